package org.cortado.layers.core.data;

/** In which order the items of a round are shown. */
@FunctionalInterface
interface ItemOrder {

  /** Shows item 0 first, then item 1, in every round. */
  ItemOrder OF_THE_FILE = (round, place) -> place;

  /** Returns the item in a place, counted from 0, of a round, counted from 0. */
  int item(long round, int place);
}
