/** Name of the buttons that, without JavaScript, send the form back with what they stand for. */
export const INTENT = 'intent'
