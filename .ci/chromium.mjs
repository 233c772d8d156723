import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * The path of a Chromium that starts: CHROMIUM_PATH, the system's, or Playwright's own.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const { chromium } = await import('@playwright/test')
  const given = process.env.CHROMIUM_PATH
  const places = given ? [given] : [...NAMES.flatMap(onPath), chromium.executablePath()]
  return places.find((place) => existsSync(place) && starts(place))
}

/** @param {string} name */
function onPath(name) {
  return (process.env.PATH ?? '').split(':').map((folder) => `${folder}/${name}`)
}

/** A distribution may put a note to install something else in its place. @param {string} place */
function starts(place) {
  try {
    execFileSync(place, ['--version'], { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}
