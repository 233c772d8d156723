import type { AccountSummary } from '#app/domain/accounts/account-summary.ts'

/** `Logistics, Türkiye, 340 employees`: what is known, in one line. */
export function accountFacts({ industry, region, employees }: AccountSummary): string {
  const people =
    employees === null
      ? null
      : `${employees.toLocaleString('en')} ${employees === 1 ? 'employee' : 'employees'}`
  return [industry, region, people].filter(Boolean).join(', ')
}
