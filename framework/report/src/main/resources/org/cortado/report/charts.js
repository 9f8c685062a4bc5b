'use strict';

const drawn = [];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function palette() {
  return [1, 2, 3, 4, 5, 6, 7, 8].map(i => colour('--c' + i));
}

/** A chart in a frame; option() is asked anew whenever colours or contents change. */
function frame(title, unit, label, option, wide) {
  const box = el('div', {class: 'chart', role: 'img', 'aria-label': label()});
  drawn.push({box, option, label});
  return el('figure', wide ? {class: 'wide'} : {},
    el('figcaption', {}, el('strong', {}, title), el('span', {}, unit)), box);
}

function axis(name, log) {
  return {
    name, type: log ? 'log' : 'value', scale: true, nameLocation: 'middle',
    nameTextStyle: {color: colour('--soft'), fontSize: 12},
    axisLine: {show: false, lineStyle: {color: colour('--line')}}, axisTick: {show: false},
    splitLine: {lineStyle: {color: colour('--grid')}},
    axisLabel: {color: colour('--soft'), fontSize: 12, hideOverlap: true, formatter: value => short(value).replace('.00e', 'e')},
  };
}

/**
 * Curves over an x axis; series are {name, points: [[x, y]…], dashed, faint, colour, area, step},
 * marks are {name, x}; what lies above top is cut off.
 */
function curves({title, unit = '', series, log = () => false, x = 'iteration', logX = false, wide = false, marks = [], top}) {
  const now = () => series().map(one => ({
    ...one, points: one.points.filter(([, y]) => typeof y === 'number' && (!log() || y > 0))}));
  const label = () => `Line chart, ${title} by ${x}: ` + now().filter(one => one.points.length)
    .map(one => `${one.name} from ${short(one.points[0][1])} to ${short(last(one.points)[1])}`).join('; ');
  return frame(title, unit, label, () => ({
    animation: false,
    color: palette(),
    textStyle: {fontFamily: getComputedStyle(document.body).fontFamily},
    grid: {left: 8, right: 18, top: now().length > 1 ? 40 : 14, bottom: 26, containLabel: true},
    legend: {
      show: now().length > 1, type: 'scroll', top: 0, left: 0, itemWidth: 18, itemHeight: 14, itemGap: 14,
      textStyle: {color: colour('--ink')}, pageTextStyle: {color: colour('--soft')},
      pageIconColor: colour('--ink'), pageIconInactiveColor: colour('--line'),
    },
    tooltip: {
      trigger: 'axis', confine: true, valueFormatter: short, backgroundColor: colour('--card'),
      borderColor: colour('--line'), textStyle: {color: colour('--ink'), fontSize: 12},
    },
    dataZoom: [{type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false, moveOnMouseMove: 'shift'}],
    xAxis: {...axis(x, logX), nameGap: 26, splitLine: {show: false}},
    yAxis: top === undefined ? axis('', log()) : cut(axis('', log()), top),
    series: now().map((one, i) => ({
      type: 'line', name: one.name, data: one.points, step: one.step ? 'middle' : false,
      showSymbol: !one.step && !one.faint && one.points.length <= 40, symbol: 'circle', symbolSize: 5,
      lineStyle: {width: one.faint ? 1 : 2, opacity: one.faint ? .45 : 1, type: one.dashed ? 'dashed' : 'solid', color: one.colour},
      itemStyle: {color: one.colour}, areaStyle: one.area ? {opacity: .12} : undefined,
      emphasis: {disabled: true}, markLine: i === 0 && marks.length ? markLine(marks) : undefined,
    })),
  }), wide);
}

/** The axis ends wherever it must, at no round number. */
function cut(whole, max) {
  return {...whole, max, axisLabel: {...whole.axisLabel, showMaxLabel: false}};
}

/** Lines across a chart; names of neighbours don't lie side by side, for which there may be no room. */
function markLine(marks) {
  return {
    silent: true, symbol: 'none', precision: 20, lineStyle: {color: colour('--soft'), type: 'dashed', width: 1},
    label: {color: colour('--ink'), fontSize: 12, formatter: mark => mark.name},
    data: marks.map((mark, i) => ({name: mark.name, xAxis: mark.x, label: {position: 'end', distance: 4 + 16 * (i % 2)}})),
  };
}

/** Curves with a switch between a linear and a logarithmic axis. */
function switchable(options) {
  let log = false;
  const figure = curves({...options, log: () => log});
  const box = el('input', {type: 'checkbox'});
  box.addEventListener('change', () => { log = box.checked; redraw(figure); });
  figure.querySelector('figcaption').append(el('label', {class: 'soft'}, box, ' log scale'));
  return figure;
}

/** Draws one chart, or draws it again. */
function draw(entry) {
  const chart = echarts.getInstanceByDom(entry.box) || echarts.init(entry.box, null, {renderer: 'svg'});
  entry.box.setAttribute('aria-label', entry.label());
  chart.setOption(entry.option(), true);
}

function drawAll() {
  drawn.forEach(draw);
  addEventListener('resize', () => drawn.forEach(entry => echarts.getInstanceByDom(entry.box).resize()));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawn.forEach(draw));
}

/** Draws those charts of a part of the page again that have been drawn before. */
function redraw(part) {
  drawn.filter(entry => part.contains(entry.box) && echarts.getInstanceByDom(entry.box)).forEach(draw);
}
