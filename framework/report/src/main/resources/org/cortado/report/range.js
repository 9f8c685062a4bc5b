'use strict';

const suggestion = data.suggestion;
const losses = key => data.points.map(point => [point.rate, point[key]]);

/** The last losses may be so large that nothing else could be seen beside them. */
function ceiling() {
  const smoothed = data.points.map(point => point.smoothed_loss);
  const lowest = Math.min(...smoothed);
  const before = Math.max(...smoothed.slice(0, smoothed.indexOf(lowest) + 1), 0);
  const limit = Math.max(1.2 * before, data.too_high * lowest);
  return Math.max(...data.points.map(point => point.loss)) > limit ? limit : undefined;
}

function marks({rate, steepest, lowest}) {
  const fastest = {name: rate === steepest ? 'try: falls fastest' : 'falls fastest', x: steepest};
  return [...(rate === steepest ? [] : [{name: 'try', x: rate}]), fastest, {name: 'lowest', x: lowest}];
}

document.title = `Learning rates · ${data.net}`;
const tiles = el('dl', {class: 'tiles'});
const tile = (name, value, note) => tiles.append(
  el('div', {class: 'tile'}, el('dt', {}, name), el('dd', {}, number(value), ' ', el('small', {}, note))));
if (suggestion) {
  tile('try', suggestion.rate, 'as base_lr: the lower of the next two');
  tile('loss falls fastest at', suggestion.steepest, 'where the smoothed loss is steepest');
  tile('a tenth of the lowest’s', suggestion.tenth_of_lowest, 'another rule of thumb');
  tile('loss is lowest at', suggestion.lowest, data.end === 'all_tried' ? 'no rate was too high' : 'too high to train at');
}
document.querySelector('main').append(el('header', {},
  el('h1', {}, `${data.net}: which learning rate`), el('p', {class: 'lead'}, data.solver), tiles));
section('Range test',
  soft(data.sentences.join(' ')),
  el('div', {class: 'grid'}, curves({
    title: 'Loss', unit: 'while the rate rises with every iteration', x: 'learning rate', logX: true, wide: true, top: ceiling(),
    marks: suggestion ? marks(suggestion) : [],
    series: () => [
      {name: 'smoothed', points: losses('smoothed_loss'), colour: palette()[0]},
      {name: 'of each batch', points: losses('loss'), colour: palette()[1], faint: true},
    ],
  })),
  table({caption: 'Every rate that was tried', head: ['rate', 'loss', 'smoothed loss'],
    rows: data.points.map(point => [number(point.rate), point.loss, point.smoothed_loss])}));
drawAll();
