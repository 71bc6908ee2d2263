// Channels by which money leaves the banks: what was sent that way is withdrawn, whoever stands as payee.

const cashOutForms: readonly RegExp[] = [
  /^(?:cash|atm|现金.*|取现)$/i,
  /^(?:pos|刷卡.*|card[ -]terminal)$/i,
  /^(?:crypto.*|虚拟币.*|数字货币.*|usdt.*|.*交易所.*)$/i,
];

export const isCashOutChannel = (channel: string): boolean => cashOutForms.some((form) => form.test(channel));
