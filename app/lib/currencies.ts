/**
 * ISO 4217 codes by decimal places of the minor unit. Written out, because a package that knows them carries names and
 * countries into every page; a test compares it with that package.
 */
const CODES_BY_DIGITS: Readonly<Record<number, readonly string[]>> = {
  0: [
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XAG XAU XBA XBB',
    'XBC XBD XDR XOF XPD XPF XPT XSU XTS XUA XXX',
  ],
  2: [
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL',
    'BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK',
    'DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF',
    'IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA',
    'MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB',
    'PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD',
    'SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED',
    'VES WST XCD YER ZAR ZMW ZWG',
  ],
  3: ['BHD IQD JOD KWD LYD OMR TND'],
  4: ['CLF UYW'],
}

const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES_BY_DIGITS).flatMap(([digits, lines]) =>
    lines.flatMap((line) => line.split(' ')).map((code) => [code, Number(digits)] as const),
  ),
)

/** Decimal places of the currency's minor unit by ISO 4217 (EUR 2, JPY 0, KWD 3); undefined for no currency. */
export function minorDigits(code: string): number | undefined {
  return DIGITS.get(code)
}

/** Every ISO 4217 code, in the order of the alphabet. */
export function currencyCodes(): string[] {
  return [...DIGITS.keys()].sort()
}

/** `€` for EUR; the code itself where it has no sign of its own. */
export function currencySymbol(code: string): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? code
}
