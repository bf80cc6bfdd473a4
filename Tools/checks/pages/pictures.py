"""What the browser asks of the pictures in a page."""

# Marks the first and the last line of each picture; says of each whether it may be split in print.
MARK = """() => {
  const pictures = [...document.querySelectorAll('svg.picture')];
  pictures.forEach((picture, number) => {
    const { x, y, height } = picture.viewBox.baseVal;
    for (const [edge, line] of [['top', y + 8], ['end', y + height - 1]]) {
      const mark = document.createElementNS('http://www.w3.org/2000/svg', 'text');
      mark.setAttribute('x', x);
      mark.setAttribute('y', line);
      mark.textContent = `picture${number}${edge}`;
      picture.append(mark);
    }
  });
  return pictures.map(picture => picture.closest('.tall') !== null);
}"""

LABELS = """() => [...document.querySelectorAll('.picture .clocks')]
  .map(group => group.querySelector('text').textContent)"""

# The place of each line, and whether the words by it name a day: [words, 'as-of' or 'known-by'].
ASTRAY = """([words, slider]) => [...document.querySelectorAll('.picture .clocks')].flatMap(group => {
  const { first, last, left, right } = group.dataset;
  const day = +document.getElementById('replay-' + slider).value;
  const end = +left + (right - left) * Math.min(1, Math.max(0, (day + 1 - first) / (last - first + 1)));
  const [veil, limit, line, label] = group.children;
  const mark = slider === 'as-of' ? line : limit;
  const x = line.getPointAtLength(0).x;
  const wrong = [];
  if (!label.textContent.includes(words)) wrong.push(`the line says ${label.textContent}`);
  // Of the days known, one at or after the line, or before the axis, has no line of its own.
  const isDrawn = mark.getAttribute('d') !== '';
  if (isDrawn && Math.abs(mark.getPointAtLength(0).x - end) > 0.1) wrong.push('its line is elsewhere');
  if (!isDrawn && end < x && day >= first) wrong.push('it has no line');
  if (Math.abs(veil.x.baseVal.value - x) > 0.1) wrong.push('the veil begins elsewhere');
  return wrong;
})"""

# All that is drawn, each number to be compared by itself: a browser may rewrite it.
DRAWN = """() => [...document.querySelectorAll('svg.picture')].map(picture => {
  const text = picture.outerHTML.replaceAll(' class=""', '').replaceAll(' text-anchor="start"', '');
  const number = /-?\\d+(\\.\\d+)?/g;
  return [text.replace(number, '#'), text.match(number).map(Number)];
})"""

# How many strips the lines cross, and which of them differ from the table.
CROSSED = """() => {
  const depths = { expanding: '−1', operating: '0', holding: '1', reducing: '2', suspended: '3',
    exiting: '4', exited: '5', hollow: '' };
  const rows = new Map([...document.querySelectorAll('.replay tbody tr')]
    .filter(row => !row.hidden).map(row => [row.dataset.strip, row]));
  let crossed = 0;
  const wrong = [];
  for (const strip of document.querySelectorAll('.picture [data-strip]')) {
    const clocks = strip.closest('svg').querySelector('.clocks');
    const { first, last, left, right } = clocks.dataset;
    const x = clocks.children[2].getPointAtLength(0).x - (right - left) / (last - first + 1) / 2;
    const top = +strip.dataset.top, lane = +strip.dataset.lane, gap = +strip.dataset.gap;
    const depthAt = y => {
      const shapes = [...strip.querySelectorAll('.edge')]
        .filter(shape => shape.isPointInFill(new DOMPoint(x, y)));
      const names = shapes.length ? [...shapes[shapes.length - 1].classList] : [];
      const name = names.find(name => name in depths);
      return name === undefined ? null : depths[name];
    };
    const drawn = [depthAt(top + lane / 4), depthAt(top + lane + gap + lane / 4)];
    const row = rows.get(strip.dataset.strip);
    const told = row ? [...row.querySelectorAll('.level')].map(mark => mark.textContent) : [null, null];
    crossed += drawn[0] !== null;
    if (drawn.join() !== told.join()) {
      wrong.push(`${strip.dataset.strip}: ${drawn.join()} for ${told.join()}`);
    }
  }
  return [crossed, wrong];
}"""


def is_same(left: list, right: list) -> bool:
    """Whether two drawings are the same, except for a hair."""
    return len(left) == len(right) and all(
        one[0] == other[0] and all(abs(a - b) < 0.2 for a, b in zip(one[1], other[1]))
        for one, other in zip(left, right))
