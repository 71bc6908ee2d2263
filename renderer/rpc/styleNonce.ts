// The nonce under which this page may add style elements (antd does, at run time): written into index.html afresh by each shell.

/** For `<ConfigProvider csp={{ nonce: styleNonce() }}>`. */
export function styleNonce(): string {
  return document.querySelector('meta[name="style-nonce"]')?.getAttribute("content") ?? "";
}
