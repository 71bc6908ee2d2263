// The one origin of our pages in the desktop: app://caseweave, served from the bundle.
export const appScheme = "app";
export const appOrigin = `${appScheme}://caseweave`;
export const startPage = `${appOrigin}/`;

export function isOurPage(url: string): boolean {
  return url === appOrigin || url.startsWith(startPage);
}
