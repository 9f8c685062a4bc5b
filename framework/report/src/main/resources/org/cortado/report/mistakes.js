'use strict';

const MOST_CLASSES = 40;

function confusion() {
  const found = last(phases('confusion'));
  if (!found) {
    section('Classes', missing('There is no record of which classes the net takes for which: that takes a training that came to its end, a test net, and labels of classes.'));
    return;
  }
  const made = section('Classes', soft('Which classes the net takes for which, over the whole test set: a row for each label, a column for each prediction.'));
  made.append(el('div', {class: 'grid'},
    found.classes <= MOST_CLASSES ? matrix(found) : pairs(found),
    table({caption: 'Precision: the share of a class’s predictions that are right. Recall: the share of its items that are found.',
      head: ['class', 'precision', 'recall'], rows: found.counts.map((row, i) => [String(i), found.precision[i], found.recall[i]])})));
}

function matrix({classes, counts}) {
  const head = el('tr', {}, el('th', {scope: 'col'}, 'label'), ...counts.map((row, i) => el('th', {scope: 'col'}, String(i))));
  const body = counts.map((row, label) => el('tr', {}, el('th', {scope: 'row'}, String(label)),
    ...row.map((count, predicted) => cell(count, row, label === predicted))));
  return el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Confusion matrix'},
    el('table', {class: 'matrix'}, el('caption', {}, 'Confusion matrix'), el('thead', {}, head), el('tbody', {}, ...body)));
}

function cell(count, row, right) {
  const share = count / Math.max(1, row.reduce((sum, each) => sum + each, 0));
  const strength = count ? (right ? .08 + .42 * share : .12 + .88 * Math.min(1, 2 * share)) : 0;
  return el('td', {style: `background: rgba(var(--${right ? 'right' : 'wrong'}), ${strength.toFixed(3)})`}, number(count));
}

/** Where a matrix would be too large to read. */
function pairs({counts}) {
  const all = [];
  counts.forEach((row, label) => row.forEach((count, predicted) => label !== predicted && count && all.push([label, predicted, count])));
  all.sort((a, b) => b[2] - a[2]);
  return table({caption: 'Most often confused', head: ['label', 'taken for', 'items'],
    rows: all.slice(0, 30).map(([label, predicted, count]) => [String(label), String(predicted), count])});
}

function mistakes() {
  const found = last(phases('mistakes'));
  if (!found || !found.items.length) return;
  const pictures = data.mistake_pictures || [];
  section('Surest mistakes', soft('Items of the test set that the net is wrong about, and most sure of.'),
    el('ul', {class: 'mistakes'}, ...found.items.map((item, i) => el('li', {},
      ...(pictures[i] ? [el('img', {src: pictures[i], alt: `item ${item.index} of the test set`})] : []),
      el('div', {}, 'label ', number(item.label)),
      el('div', {class: 'wrong'}, 'taken for ', number(item.predicted)),
      el('div', {class: 'soft'}, 'p = ', number(item.probability)),
      el('div', {class: 'soft'}, 'item ', number(item.index))))));
}

const isMap = value => value !== null && typeof value === 'object' && !Array.isArray(value);
const spaced = key => key.replaceAll('_', ' ');

/** A value that stands alone in a cell; lists and maps in it become words. */
function words(value) {
  if (Array.isArray(value)) return value.map(words).join(isMap(value[0]) ? '; ' : ', ') || 'none';
  return isMap(value)
    ? Object.entries(value).map(([key, each]) => `${spaced(key)} ${words(each)}`).join(', ') || 'none'
    : String(value);
}

/** A row for each value; those of maps within the map are called by both names. */
function facts(map, above = '') {
  return Object.entries(map).flatMap(([key, value]) => isMap(value)
    ? facts(value, above + spaced(key) + ', ')
    : [[above + spaced(key), typeof value === 'number' ? value : words(value)]]);
}

function record() {
  const made = section('What it was done with');
  data.manifest
    ? made.append(table({kind: 'facts', rows: facts(data.manifest)}))
    : made.append(missing('The manifest is missing, or isn’t whole.'));
  [['Solver', data.solver], ['Net', data.net]].forEach(([name, yaml]) => made.append(yaml === undefined
    ? missing(name + ': the definition is missing.')
    : el('details', {}, el('summary', {}, name), el('pre', {}, yaml))));
}

head();
warnings();
progress();
parameters();
activations();
filters();
confusion();
mistakes();
record();
drawAll();
