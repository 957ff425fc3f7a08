/// What of the Web Content Accessibility Guidelines (WCAG 2.2, levels A and AA) can be told of a page as it stands in a browser.
enum AccessibilityRules {
  /// An expression: what is against a rule, each with where.
  static let script = #"""
    (() => {
      const light = ([r, g, b]) => [.2126, .7152, .0722].reduce((sum, share, i) => {
        const part = [r, g, b][i] / 255;
        return sum + share * (part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
      }, 0);
      const colour = text => (text.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
      const over = (top, below) => [0, 1, 2].map(i => top[i] * (top[3] ?? 1) + below[i] * (1 - (top[3] ?? 1)));
      const ground = element => {
        const layers = [];
        for (let at = element; at; at = at.parentElement) layers.push(colour(getComputedStyle(at).backgroundColor));
        return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
      };
      const contrast = (text, behind) => {
        const [one, other] = [light(over(text, behind)), light(behind)];
        return (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
      };
      const isShown = element => element.getClientRects().length > 0 && !element.closest('[aria-hidden=true]');
      const found = new Set();
      const all = (selector, isWrong, about) => document.querySelectorAll(selector).forEach(element => {
        if (isShown(element) && isWrong(element)) found.add(about + ': ' + element.outerHTML.slice(0, 80));
      });

      // WCAG 2.2, 1.4.3: 4.5, and 3 for large text (24 pixels, or 18.66 in bold).
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const element = texts.currentNode.parentElement, style = getComputedStyle(element);
        if (!texts.currentNode.data.trim() || !isShown(element) || element.closest('svg, option, .unseen')) continue;
        const size = parseFloat(style.fontSize), isLarge = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
        const has = contrast(colour(style.color), ground(element));
        if (has < (isLarge ? 3 : 4.5)) found.add(`contrast of ${has.toFixed(2)}: ${element.outerHTML.slice(0, 80)}`);
      }
      all('svg text', text => text.textContent.trim() && getComputedStyle(text).fill != 'none'
        && contrast(colour(getComputedStyle(text).fill), ground(text.closest('svg').parentElement)) < 4.5, 'contrast in a chart');
      // 3.1.1, 1.3.1, 2.4.1
      if (!document.documentElement.lang) found.add('no language');
      if (document.querySelectorAll('main').length != 1) found.add('not one main part');
      const navigations = document.querySelectorAll('nav');
      if (navigations.length > 1) {
        all('nav', nav => !nav.ariaLabel && !nav.getAttribute('aria-labelledby'), 'one of several navigations without a name');
      }
      // 1.1.1: pictures have a text, and charts a name and a table.
      all('img', image => !image.hasAttribute('alt'), 'picture without a text');
      all('.chart', chart => !chart.ariaLabel && !chart.querySelector('[aria-label]'), 'chart without a name');
      all('.chart', () => !document.querySelector('main table'), 'chart without a table');
      all('table', table => !table.querySelector('th'), 'table without heads');
      all('th', head => head.textContent.trim() && !head.scope, 'head that does not say of what');
      all('ul, ol', list => [...list.children].some(item => item.tagName != 'LI'), 'list of what are no items');
      // 4.1.2: names and references
      for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls']) {
        all(`[${name}]`, element => element.getAttribute(name).trim().split(/\s+/).some(id => !document.getElementById(id)),
          name + ' of what is not there');
      }
      all('[role=region]', region => !region.ariaLabel && !region.getAttribute('aria-labelledby'), 'region without a name');
      // 2.4.3, 2.4.7, 2.1.1: focus goes in the order of the page, is seen, and reaches what scrolls.
      all('[tabindex]', element => element.tabIndex > 0, 'out of the order of the page');
      all('.scroll', part => part.scrollWidth > part.clientWidth && part.tabIndex < 0, 'scrolls, but not by keyboard');
      all('a[href], button, input, select, textarea, summary', element => {
        element.focus({ focusVisible: true });
        const style = getComputedStyle(element);
        return document.activeElement == element && style.outlineStyle == 'none' && style.boxShadow == 'none';
      }, 'focus is not seen');
      document.activeElement.blur();
      // 2.5.8: 24 by 24 pixels, but for links in text.
      all('button, select, textarea, input:not([type=checkbox], [type=radio], [type=hidden]), .go', element => {
        const { width, height } = element.getBoundingClientRect();
        return width < 24 || height < 24;
      }, 'small to touch');
      return [...found];
    })()
    """#
}
