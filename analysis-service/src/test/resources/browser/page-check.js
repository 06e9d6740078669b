// Looks at a rendered report and returns what is wrong with it, as lists of sentences.
(() => {
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  };
  const name = (element) =>
    element.tagName.toLowerCase() +
    (element.getAttribute('class') ? '.' + element.getAttribute('class') : '') +
    ' "' + (element.textContent || '').trim().slice(0, 60) + '"';
  const scrolls = (element) => {
    for (let e = element.parentElement; e; e = e.parentElement) {
      if (['auto', 'scroll'].includes(getComputedStyle(e).overflowX)) return true;
    }
    return false;
  };

  document.querySelectorAll('details').forEach((details) => (details.open = true));
  const page = document.documentElement;
  const overflow = [];
  if (page.scrollWidth > page.clientWidth) {
    overflow.push('the page is ' + page.scrollWidth + ' wide for ' + page.clientWidth);
  }
  document.body.querySelectorAll('*').forEach((element) => {
    const box = element.getBoundingClientRect();
    if (shown(element) && !scrolls(element) && !element.closest('svg') &&
        (box.right > page.clientWidth + 0.5 || box.left < -0.5)) {
      overflow.push(name(element) + ' reaches ' + box.right.toFixed(1));
    }
  });

  const overlaps = [], clipped = [], small = [], broken = [];
  document.querySelectorAll('svg').forEach((svg) => {
    const title = svg.querySelector(':scope > title')?.textContent || 'figure without title';
    const frame = svg.getBoundingClientRect();
    if (!shown(svg) || !svg.querySelector('rect, circle, line, path')) {
      broken.push(title + ' shows nothing');
    }
    if (!svg.querySelector(':scope > title')?.textContent.trim() ||
        !svg.querySelector(':scope > desc')?.textContent.trim() ||
        svg.getAttribute('role') !== 'img') {
      broken.push(title + ' has no title, text alternative or role');
    }
    svg.querySelectorAll('*').forEach((element) => {
      for (const attribute of element.attributes) {
        if (/NaN|Infinity|null/.test(attribute.value)) broken.push(title + ': ' + element.outerHTML);
      }
    });
    const texts = [...svg.querySelectorAll('text')].filter((t) => t.textContent.trim());
    const boxes = texts.map((t) => t.getBoundingClientRect());
    boxes.forEach((a, i) => {
      const seen = title + ': ' + name(texts[i]);
      if (a.left < frame.left - 0.5 || a.right > frame.right + 0.5 ||
          a.top < frame.top - 0.5 || a.bottom > frame.bottom + 0.5) {
        clipped.push(seen + ' leaves its figure');
      }
      const scale = frame.width / svg.viewBox.baseVal.width;
      if (parseFloat(getComputedStyle(texts[i]).fontSize) * scale < 8.5) {
        small.push(seen + ' is ' +
          (parseFloat(getComputedStyle(texts[i]).fontSize) * scale).toFixed(1) + ' px high');
      }
      for (let j = i + 1; j < boxes.length; j++) {
        const b = boxes[j];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 0.5 && down > 2) overlaps.push(seen + ' meets ' + name(texts[j]));
      }
    });
  });

  document.querySelectorAll('figure').forEach((figure) => {
    const caption = figure.querySelector('figcaption')?.textContent.trim();
    if (!caption) broken.push('a figure has no caption');
    if (!figure.querySelector('svg')) broken.push(caption + ' has no drawing');
    if (!figure.querySelector('table tbody tr td')) broken.push(caption + ' has no table');
  });
  document.querySelectorAll('table').forEach((table) => {
    if (!table.caption?.textContent.trim()) broken.push('a table has no caption');
    if (!table.querySelector('thead th[scope=col]')) broken.push('a table has no headings');
    table.querySelectorAll('tbody td').forEach((cell) => {
      if (!cell.textContent.trim()) broken.push(table.caption?.textContent + ': an empty cell');
    });
  });

  const channel = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = (c) => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const colour = (text) => (text.match(/[\d.]+/g) || []).map(Number);
  const opaque = (c) => c.length === 3 || c[3] === 1;
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const c = colour(getComputedStyle(e).backgroundColor);
      if (c.length && opaque(c)) return c;
    }
    return [255, 255, 255];
  };
  const pale = new Set();
  const contrast = (element, ink, ground) => {
    const [a, b] = [luminance(ink), luminance(ground)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) pale.add(name(element) + ' has a contrast of ' + ratio.toFixed(2));
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || !shown(element) || element.closest('svg, style')) continue;
    contrast(element, colour(getComputedStyle(element).color), behind(element));
  }
  document.querySelectorAll('svg text').forEach((text) => {
    const cell = text.classList.contains('cell') ? text.previousElementSibling : null;
    const ground = cell ? colour(getComputedStyle(cell).fill) : behind(text.closest('svg').parentElement);
    contrast(text, colour(getComputedStyle(text).fill), ground);
  });

  const sections = [...document.querySelectorAll('header, section')].map((section) => {
    const box = section.getBoundingClientRect();
    return {
      id: section.id || 'head',
      clip: {
        x: 0, y: Math.max(0, box.top + scrollY - 8), width: page.clientWidth,
        height: Math.min(box.height + 16, 16000), scale: 1,
      },
    };
  });
  return {
    overflow, overlaps, clipped, small, broken, pale: [...pale],
    figures: document.querySelectorAll('svg').length, sections,
  };
})();
