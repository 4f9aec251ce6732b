const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idChecks = '10X98765432'

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Province codes of ID cards run from 11 to 82 with gaps (GB/T 2260). */
function isRegion(digits: string): boolean {
  return /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82|83)/.test(digits)
}

/** 18 digits with the MOD 11-2 check of GB 11643, or the old 15-digit form by region and birth date. */
export function isIdCard(digits: string): boolean {
  if (!isRegion(digits)) return false
  if (digits.length === 15) {
    return isDate(
      1900 + Number(digits.slice(6, 8)),
      Number(digits.slice(8, 10)),
      Number(digits.slice(10, 12)),
    )
  }
  if (digits.length !== 18) return false
  if (!isDate(Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14))))
    return false
  let sum = 0
  for (let i = 0; i < 17; i += 1) sum += idWeights[i]! * Number(digits[i])
  return idChecks[sum % 11] === digits[17]
}

/** Luhn check over 15–19 digits. */
export function isBankCard(digits: string): boolean {
  if (!/^\d{15,19}$/.test(digits) || digits.startsWith('0')) return false
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    let digit = Number(digits[digits.length - 1 - i])
    if (i % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2
    sum += digit
  }
  return sum % 10 === 0
}

/** Mainland mobile number: 1[3-9] and nine more digits. */
export function isMobile(digits: string): boolean {
  return /^1[3-9]\d{9}$/.test(digits)
}
