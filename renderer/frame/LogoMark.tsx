// The mark of the product: four threads woven, two over, two under.

export function LogoMark() {
  return (
    <svg className="cw-logo" viewBox="0 0 24 24" role="img" aria-label="Caseweave" fill="none" strokeWidth="2.6" strokeLinecap="round">
      <path d="M8.5 3v18M15.5 3v18" stroke="#7FA2F5" />
      <path d="M3 8.5h3.4M10.6 8.5H21M3 15.5h10.4M17.6 15.5H21" stroke="#FFFFFF" />
    </svg>
  );
}
