'use strict';

const phases = name => data.metrics[name] || [];
const tests = Object.keys(data.metrics).filter(name => name.startsWith('test')).sort();
const points = (lines, key) => lines.filter(line => line[key] !== undefined).map(line => [line.iteration, line[key]]);
const KNOWN = ['iteration', 'phase', 'loss', 'learning_rate', 'items', 'test'];

function outputs() {
  const names = new Set();
  ['train', ...tests].forEach(phase => phases(phase).forEach(line =>
    Object.keys(line).filter(key => !KNOWN.includes(key) && typeof line[key] === 'number').forEach(key => names.add(key))));
  return [...names];
}

/** Curves of one key in training and in tests; tests keep their colour where training has none. */
function ofPhases(key) {
  return () => ['train', ...tests].map((phase, i) => ({
    name: phase, points: points(phases(phase), key), dashed: i > 1, colour: palette()[i % 8],
  })).filter(one => one.points.length);
}

function head() {
  const train = last(phases('train'));
  const asked = Number((data.solver_values || {}).max_iter);
  const done = train ? train.iteration : 0;
  const complete = asked === done;
  document.title = `${data.net_name} · ${data.run}`;
  const tiles = el('dl', {class: 'tiles'});
  const tile = (name, value, note) => value !== undefined && tiles.append(
    el('div', {class: 'tile'}, el('dt', {}, name), el('dd', {}, number(value), ...(note ? [' ', el('small', {}, ...note)] : []))));
  tests.forEach(phase => {
    const line = last(phases(phase)) || {};
    outputs().forEach(key => tile(`${key}, ${phase}`, line[key]));
    tile(`loss, ${phase}`, line.loss, line.items ? ['over ', number(line.items), ' items'] : null);
  });
  if (train) {
    tile('loss, train', train.loss);
    tile('iterations', done, asked ? ['of ', number(asked)] : null);
  }
  const speed = last(phases('throughput'));
  if (speed) tile('speed at the end', speed.items_per_second || speed.iterations_per_second, [speed.items_per_second ? 'items/s' : 'iterations/s']);
  document.querySelector('main').append(el('header', {},
    el('h1', {}, data.net_name, el('span', {class: 'badge' + (complete ? '' : ' unfinished')}, complete ? 'complete' : 'not finished')),
    el('p', {class: 'lead'}, data.run), tiles));
  if (data.torn_lines) {
    document.querySelector('header').append(
      missing('The metrics hold a line that isn’t whole, as a killed process leaves it; it is left out.'));
  }
}

function warnings() {
  const found = phases('warning');
  if (!found.length) return;
  section('Warnings', el('ul', {}, ...found.map(line => el('li', {}, 'iteration ', number(line.iteration), ': ', line.text))));
}

function progress() {
  if (!phases('train').length && !tests.length) {
    section('Progress', missing('Nothing was measured yet.'));
    return;
  }
  const grid = el('div', {class: 'grid'});
  grid.append(switchable({title: 'Loss', unit: 'train: mean since the last report', series: ofPhases('loss')}));
  outputs().forEach(key => grid.append(curves({title: key, unit: tests.length ? 'over the whole test set' : '', series: ofPhases(key)})));
  const rates = points(phases('train'), 'learning_rate');
  if (rates.length) grid.append(curves({title: 'Learning rate', series: () => [{name: 'learning rate', points: rates, colour: palette()[2]}]}));
  const unit = phases('throughput').some(line => line.items_per_second) ? 'items_per_second' : 'iterations_per_second';
  const speed = points(phases('throughput'), unit);
  if (speed.length) {
    grid.append(curves({title: 'Throughput', unit: unit.replaceAll('_', ' ') + ', tests left out',
      series: () => [{name: 'throughput', points: speed, colour: palette()[5]}]}));
  }
  const made = section('Progress', grid);
  tests.length ? tests.forEach(phase => made.append(testTable(phase))) : made.append(missing('The solver asks for no tests.'));
  if (!speed.length) made.append(missing('How fast it went wasn’t recorded.'));
}

function testTable(phase) {
  const keys = ['loss', ...outputs().filter(key => phases(phase).some(line => line[key] !== undefined)), 'items', 'test'];
  return table({caption: `Each ${phase}`, head: ['iteration', ...keys],
    rows: phases(phase).map(line => [number(line.iteration), ...keys.map(key => line[key])])});
}

function parameters() {
  const lines = phases('parameters');
  if (!lines.length) {
    section('Parameters', missing('Norms of parameters weren’t recorded.'));
    return;
  }
  const keys = Object.keys(last(lines).parameters);
  const of = (key, norm) => lines.filter(line => line.parameters[key]).map(line => [line.iteration, line.parameters[key][norm]]);
  let chosen = keys[0];
  const norms = curves({title: 'Norms', unit: 'Euclidean, log scale', log: () => true, series: () =>
    ['weight', 'gradient', 'update'].map(one => ({name: one, points: of(chosen, one + '_norm')}))});
  const ratios = curves({title: 'Update / weight', unit: 'log scale; about a thousandth is usual', log: () => true,
    series: () => keys.map(key => ({name: key, points: of(key, 'update_ratio')}))});
  const grid = el('div', {class: 'grid'}, norms, ratios);
  const pick = choice('Parameter', keys, key => { chosen = key; redraw(grid); });
  const all = last(lines).parameters;
  section('Parameters', soft('How large each parameter is, the gradient it follows, and how far an update moves it.'), pick, grid,
    table({caption: 'At the end', head: ['parameter', 'weight norm', 'gradient norm', 'update norm', 'update / weight'],
      rows: keys.map(key => [key, ...['weight_norm', 'gradient_norm', 'update_norm', 'update_ratio'].map(norm => all[key][norm])])}));
}
