'use strict';

document.title = `Learning rate · ${data.solver}`;
const tiles = el('dl', {class: 'tiles'});
const tile = (name, value) => value !== undefined && tiles.append(
  el('div', {class: 'tile'}, el('dt', {}, name), el('dd', {}, number(value))));
tile('iterations', data.iterations);
tile('epochs', data.epochs);
tile('first rate', data.curve[0][1]);
tile('highest rate', Math.max(...data.curve.map(([, rate]) => rate)));
tile('last rate', last(data.curve)[1]);
document.querySelector('main').append(el('header', {},
  el('h1', {}, 'Learning rate'), el('p', {class: 'lead'}, data.solver), tiles));
section('Schedule',
  ...data.notes.map(soft),
  el('div', {class: 'grid'}, switchable({
    title: 'Learning rate', wide: true,
    series: () => [{name: 'learning rate', points: data.curve, colour: palette()[2]}],
  })),
  table({caption: 'Iterations are counted from 0, as in the solver’s file',
    head: data.epochs === undefined ? ['iteration', 'rate'] : ['iteration', 'epoch', 'rate'],
    rows: data.points.map(point => [number(point.iteration),
      ...(data.epochs === undefined ? [] : [point.epoch]), point.rate])}));
drawAll();
