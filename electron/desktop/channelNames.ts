// Names of the channels, shared with the preload script (which must stay free of everything else).
export const channelNames = {
  connect: "engine:connect",
  chooseWorkspace: "workspace:choose",
  unlock: "workspace:unlock",
} as const;

export type ChannelName = (typeof channelNames)[keyof typeof channelNames];

/** Main → page: a port to the engine comes with it. */
export const portDelivery = "engine:port";
/** Preload → page: the window message that carries the port on (renderer/rpc/portChannel.ts). */
export const portMessage = "caseweave:port";

/** Main → page: the workspace wants a passphrase, or a new one may have one. */
export const passphraseWanted = "workspace:passphrase";
/** Preload → page: the name of the window message that carries it on (renderer/state/passphrase.ts). */
export const passphraseMessage = "caseweave:passphrase";
