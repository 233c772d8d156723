/** What jsdom lacks of a browser: modal dialogs, boxes for what is on the page, scrolling and watching sizes. */
export function completeBrowser(): void {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
    const first = this.querySelector<HTMLElement>('button, input, a[href]')
    first?.focus()
  }
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
  Element.prototype.getClientRects = function (this: Element) {
    const rects = this.isConnected ? [new DOMRect(0, 0, 1, 1)] : []
    return Object.assign(rects, { item: (index: number) => rects[index] ?? null })
  }
  Element.prototype.scrollIntoView = () => undefined
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
}
