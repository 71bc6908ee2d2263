// Check-digit sums that several kinds share.

/** Luhn (ISO/IEC 7812-1, annex B): true if the digits, check digit last, add up to a multiple of ten. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  let double = false;
  for (let i = digits.length - 1; i >= 0; i--) {
    let digit = digits.charCodeAt(i) - 48;
    if (double) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
    double = !double;
  }
  return sum % 10 === 0;
}

/** The digit that makes `body` pass Luhn. */
export function luhnDigit(body: string): string {
  for (let digit = 0; digit < 10; digit++) if (passesLuhn(body + digit)) return String(digit);
  return "";
}

// GB 11643-1999: weights 2^(18-i) mod 11, ISO 7064 MOD 11-2.
const weights = new Uint8Array([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
const signs = "10X98765432";

/** Check sign of the first 17 digits of an identity number. */
export function identityCheckSign(body: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (body.charCodeAt(i) - 48) * weights[i]!;
  return signs[sum % 11]!;
}

/** Days of a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
