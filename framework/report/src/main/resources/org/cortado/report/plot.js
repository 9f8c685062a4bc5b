'use strict';

const names = data.runs.map(run => run.name);

const lines = (run, phase) => run.phases[phase] || [];
const phases = [...new Set(data.runs.flatMap(run => Object.keys(run.phases)))].sort();

/** What is drawn: every metric of every phase in which some run has it. */
const shown = data.metrics.flatMap(metric => phases
  .filter(phase => data.runs.some(run => lines(run, phase).some(line => line[metric] !== undefined)))
  .map(phase => ({metric, phase, title: `${metric.replaceAll('_', ' ')}, ${phase}`})));

function curvesOf({metric, phase, title}) {
  return curves({title, wide: shown.length === 1, series: () => data.runs.map((run, i) => ({
    name: run.name, colour: palette()[i % 8], dashed: i >= 8,
    points: lines(run, phase).filter(line => line[metric] !== undefined).map(line => [line.iteration, line[metric]]),
  }))});
}

function finals() {
  return table({caption: 'At the end of each run', head: ['run', 'iterations', ...shown.map(one => one.title)],
    rows: data.runs.map(run => [run.name, (last(lines(run, 'train')) || {}).iteration,
      ...shown.map(({metric, phase}) => (last(lines(run, phase)) || {})[metric])])});
}

function differences(title, rows) {
  const made = section(title);
  made.append(rows.length === 0
    ? soft('They are the same.')
    : table({kind: 'words', caption: 'Where the runs differ', head: ['', ...names],
      rows: rows.map(row => [row.path, ...row.values.map(value => value === '' ? '–' : value)])}));
}

document.title = names.join(', ');
document.querySelector('main').append(el('header', {},
  el('h1', {}, data.runs.length === 1 ? names[0] : `${data.runs.length} runs`),
  el('p', {class: 'lead'}, names.join(' · '))));
section('Curves', shown.length
  ? el('div', {class: 'grid'}, ...shown.map(curvesOf))
  : missing('None of the runs has measured anything yet.'));
section('Results', finals());
if (data.runs.length > 1) {
  differences('Solver', data.solver_differences);
  differences('Net', data.net_differences);
}
drawAll();
