'use strict';

function activations() {
  const lines = phases('activations');
  if (!lines.length) {
    section('Activations', missing(tests.length ? 'Activations weren’t recorded.' : 'Activations are recorded at tests, and there were none.'));
    return;
  }
  const all = last(lines).layers;
  const names = Object.keys(all);
  let chosen = names[0];
  const curve = (line, i) => {
    const {min, max, counts} = line.layers[chosen];
    const width = (max - min) / counts.length;
    const total = counts.reduce((sum, count) => sum + count, 0);
    return {name: 'iteration ' + line.iteration, step: true, area: i === lines.length - 1, colour: shade(i, lines.length),
      points: counts.map((count, bin) => [min + (bin + .5) * width, count / total])};
  };
  const spread = curves({title: 'Distribution', unit: 'share of the values in each bin', x: 'value',
    series: () => lines.filter(line => line.layers[chosen]).map(curve)});
  const zeros = curves({title: 'Zeros', unit: 'share of the values that are 0', series: () => names
    .filter(name => lines.some(line => line.layers[name] && line.layers[name].zeros > 0))
    .map(name => ({name, points: lines.filter(line => line.layers[name]).map(line => [line.iteration, line.layers[name].zeros])}))});
  const grid = el('div', {class: 'grid'}, spread, zeros);
  const pick = choice('Layer', names, name => { chosen = name; redraw(grid); });
  section('Activations', soft('What the layers put out for the first batch of the test set, at each test; the darkest is the last.'), pick, grid,
    table({caption: 'At the end', head: ['layer', 'least', 'mean', 'greatest', 'zeros'],
      rows: names.map(name => [name, all[name].min, all[name].mean, all[name].max, all[name].zeros])}));
}

/** The accent colour, the stronger the later. */
function shade(i, count) {
  const strength = count > 1 ? .2 + .8 * i / (count - 1) : 1;
  return `rgba(${colour('--right')}, ${strength.toFixed(2)})`;
}

function filters() {
  const found = data.filters;
  if (!found) return;
  section('First filters', soft(`The ${found.shape.slice(1).join(' × ')} filters of ${found.parameter}; each from its least value, black, to its greatest, white.`),
    el('ul', {class: 'pictures'}, ...found.pictures.map((src, i) => el('li', {}, el('img', {src, alt: `filter ${i} of ${found.parameter}`})))));
}
