/**
 * Rational approximations of erf and erfc, an interval each, lowest power first.
 * Source: Sun Microsystems, fdlibm `s_erf.c` (freely granted with this notice: Copyright (C) 1993 by Sun Microsystems, Inc.).
 */
const NEAR_0 = {
  over: [
    1.28379167095512558561e-1, -3.2504210724700149937e-1, -2.84817495755985104766e-2,
    -5.77027029648944159157e-3, -2.37630166566501626084e-5,
  ],
  under: [
    1, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3,
    1.32494738004321644526e-4, -3.9602282787753681232e-6,
  ],
}
const NEAR_1 = {
  over: [
    -2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1,
    3.18346619901161753674e-1, -1.10894694282396677476e-1, 3.54783043256182359371e-2,
    -2.166375594868790843e-3,
  ],
  under: [
    1, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2,
    1.26171219808761642112e-1, 1.36370839120290507362e-2, 1.1984499846799107417e-2,
  ],
}
const MIDDLE = {
  over: [
    -9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1,
    -6.23753324503260060396e1, -1.62396669462573470355e2, -1.84605092906711035994e2,
    -8.12874355063065934246e1, -9.81432934416914548592,
  ],
  under: [
    1, 1.96512716674392571292e1, 1.376577541435190426e2, 4.34565877475229228821e2,
    6.45387271733267880336e2, 4.29008140027567833386e2, 1.08635005541779435134e2,
    6.57024977031928170135, -6.04244152148580987438e-2,
  ],
}
const TAIL = {
  over: [
    -9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1,
    -1.60636384855821916062e2, -6.37566443368389627722e2, -1.02509513161107724954e3,
    -4.83519191608651397019e2,
  ],
  under: [
    1, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3,
    3.19985821950859553908e3, 2.55305040643316442583e3, 4.74528541206955367215e2,
    -2.24409524465858183362e1,
  ],
}
/** erf(1) as the source rounds it, on which the interval around 1 rests. */
const ERF_1 = 8.45062911510467529297e-1

type Ratio = { over: readonly number[]; under: readonly number[] }

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + (coefficients[i] ?? 0)
  return value
}

const ratio = ({ over, under }: Ratio, x: number) => polynomial(over, x) / polynomial(under, x)

/** Complementary error function `1 - erf(x)`, relative error near 1e-15 in both tails. */
function erfc(x: number): number {
  const size = Math.abs(x)
  if (size < 0.84375) return 1 - x - x * ratio(NEAR_0, x * x)
  if (size < 1.25) {
    const step = ratio(NEAR_1, size - 1)
    return x >= 0 ? 1 - ERF_1 - step : 1 + ERF_1 + step
  }
  if (size >= 28) return x > 0 ? 0 : 2
  const series = ratio(size < 1 / 0.35 ? MIDDLE : TAIL, 1 / (size * size))
  // exp(-x²) in two steps, the square of the shortened x being exact: else the tail loses digits.
  const short = Math.fround(size)
  const tail =
    (Math.exp(-short * short - 0.5625) * Math.exp((short - size) * (short + size) + series)) / size
  return x > 0 ? tail : 2 - tail
}

/**
 * Φ(x), the probability that a standard normal variable is at most `x`.
 * Relative error near 1e-15, in the lower tail x² times a unit in the last place (1e-14 at -10).
 */
export function normalCdf(x: number): number {
  return erfc(-x / Math.SQRT2) / 2
}
