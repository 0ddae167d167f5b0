import type { Page } from 'playwright-core';

/** Targets of less than 24 pixels, but for those in a run of text and those with as much room to themselves (WCAG 2.5.8). */
export const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const kinds = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const targets = [...document.querySelectorAll<HTMLElement>(kinds)]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((element) => element.getBoundingClientRect().width > 1)
      .map((element) => ({ element, box: boxOf(element) }));
    const isSmall = ({ box }: (typeof targets)[number]) => box.width < 24 || box.height < 24;
    return targets
      .filter((target) => isSmall(target) && !isInText(target.element))
      .filter((target) => targets.some((other) => isTooNear(target, other)))
      .map(({ element, box }) => `${element.textContent?.trim()}: ${box.width} × ${box.height}`);

    /** A press on the label of a box ticks it as well. */
    function boxOf(element: HTMLElement): DOMRect {
      const own = element.getBoundingClientRect();
      const isBox = element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type);
      const label = isBox ? element.labels?.[0]?.getBoundingClientRect() : undefined;
      if (!label) return own;
      const [left, top] = [Math.min(own.left, label.left), Math.min(own.top, label.top)];
      const [right, bottom] = [Math.max(own.right, label.right), Math.max(own.bottom, label.bottom)];
      return new DOMRect(left, top, right - left, bottom - top);
    }

    function isInText(element: HTMLElement): boolean {
      const beside = [...(element.parentElement?.childNodes ?? [])];
      const hasText = beside.some((node) => node instanceof Text && /\p{L}/u.test(node.data));
      return hasText && getComputedStyle(element).display === 'inline';
    }

    /** Whether a circle of 24 pixels about the one meets the other, or its circle where that is small too. */
    function isTooNear(one: (typeof targets)[number], other: (typeof targets)[number]): boolean {
      if (one.element.contains(other.element) || other.element.contains(one.element)) return false;
      const { box } = other;
      const [x, y] = [one.box.x + one.box.width / 2, one.box.y + one.box.height / 2];
      const [dx, dy] = [Math.abs(x - box.x - box.width / 2), Math.abs(y - box.y - box.height / 2)];
      if (isSmall(other)) return Math.hypot(dx, dy) < 24;
      return Math.hypot(Math.max(dx - box.width / 2, 0), Math.max(dy - box.height / 2, 0)) < 12;
    }
  });

/** Spaces all text as WCAG 1.4.12 names it. */
export const spaceOut = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets.push(sheet);
  });

/** What stands beyond the side of the window, or is cut at its foot; a line may end by an ellipsis (1.4.10, 1.4.12). */
export const cutOff = (page: Page) =>
  page.evaluate(() => {
    const beyond = document.documentElement.scrollWidth - innerWidth;
    const cut = [...document.querySelectorAll('body *')].filter(
      (element) =>
        element.checkVisibility() &&
        getComputedStyle(element).overflowY === 'hidden' &&
        element.clientHeight > 1 &&
        element.scrollHeight > element.clientHeight + 2,
    );
    return [
      ...(beyond > 0 ? [`${beyond} px beyond the side`] : []),
      ...cut.map(({ outerHTML }) => outerHTML.slice(0, 100)),
    ];
  });

interface Stop {
  name: string;
  isInSight: boolean;
  isMarked: boolean;
}

/** Goes through a page by Tab from its top: how many stops there are, and which nobody would see (2.4.7, 2.4.11). */
export async function tabThrough(page: Page): Promise<{ stops: number; unseen: string[] }> {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  const stops: Stop[] = [];
  for (let stop = await nextStop(page); stop; stop = await nextStop(page)) stops.push(stop);
  const unseen = stops.filter(({ isInSight, isMarked }) => !isInSight || !isMarked);
  return { stops: stops.length, unseen: unseen.map(({ name }) => name) };
}

/** What Tab comes to, unless it has been there or has left the page. */
async function nextStop(page: Page): Promise<Stop | null> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    if (element.dataset.stopped) return null;
    element.dataset.stopped = 'yes';
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
    const marks = [element, label, element.parentElement, element.closest('.row, form')];
    return {
      name: element.outerHTML.slice(0, 100),
      isInSight: pointsOf(element.getBoundingClientRect()).some((at) => isOn(at, element, label)),
      isMarked: marks.some((one) => one && isRinged(getComputedStyle(one))),
    };

    function pointsOf({ x, y, width, height }: DOMRect): (Element | null)[] {
      const parts = [0.05, 0.5, 0.95];
      return parts.flatMap((across) =>
        parts.map((down) => document.elementFromPoint(x + width * across, y + height * down)),
      );
    }

    function isOn(at: Element | null, element: Element, label?: Element): boolean {
      return at !== null && (element.contains(at) || at.contains(element) || label?.contains(at) === true);
    }

    function isRinged({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration): boolean {
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    }
  });
}
