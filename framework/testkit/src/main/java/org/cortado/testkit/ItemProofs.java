package org.cortado.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.Claim;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** What holds for a batch as against its items. */
final class ItemProofs {

  private static final float NEAR = 1e-4f;
  private static final String ADVICE =
      " of a batch, compared with what its items give one by one (declare Claim.MIXES_ITEMS if they"
          + " depend on each other)";

  private ItemProofs() {}

  static void givesWhatItsItemsGive(Case tested, Backend backend) {
    boolean exempt = tested.says(Claim.MIXES_ITEMS) || tested.says(Claim.SHAPED_BY_DATA);
    NotApplicable.unless(!exempt, "its items are said to depend on each other");
    NotApplicable.unless(
        tested.hasItems() && isBatched(tested, backend),
        "the first axis of its bottoms and tops doesn't count items");
    try (TestLayer batch = LayerMaker.make(tested.items(2), backend);
        TestLayer single = LayerMaker.make(tested.items(1), backend)) {
      NotApplicable.unless(!batch.context().isRandom(), "it draws random numbers");
      new Comparison(batch, single).prove();
    }
  }

  /** Returns whether the first axis of every bottom and top counts items, whatever their number. */
  private static boolean isBatched(Case tested, Backend backend) {
    return Stream.of(1, 2, 3).allMatch(items -> isBatched(tested, items, backend));
  }

  private static boolean isBatched(Case tested, int items, Backend backend) {
    try (TestLayer layer = LayerMaker.shaped(tested.items(items), backend)) {
      return !layer.tops().isEmpty()
          && layer.tops().stream().map(Blob::shape).allMatch(top -> counts(top, items));
    } catch (InvalidLayerException notItems) {
      return false;
    }
  }

  private static boolean counts(Shape shape, int items) {
    return shape.axes() > 0 && shape.dim(0) == items;
  }

  /** Runs a batch, then its items through another layer with the same parameters. */
  private record Comparison(TestLayer batch, TestLayer single) {

    void prove() {
      copyParameters();
      Passes.forward(batch);
      Passes.backward(batch, batch.gradientFlags());
      Passes.prepareBackward(single);
      for (int item = 0; item < 2; item++) {
        prove(item);
      }
      compareParameterDiffs();
    }

    private void copyParameters() {
      List<Blob> from = batch.layer().parameters();
      for (int i = 0; i < from.size(); i++) {
        Copied.of(from.get(i).data()).to(single.layer().parameters().get(i).data());
      }
    }

    private void prove(int item) {
      for (int i = 0; i < batch.bottoms().size(); i++) {
        Blob bottom = batch.bottoms().get(i);
        item(bottom, item).to(single.bottoms().get(i).data());
      }
      Passes.forward(single);
      for (int i = 0; i < batch.tops().size(); i++) {
        Copied whole = Copied.of(batch.tops().get(i).data());
        Copied part = Copied.of(single.tops().get(i).data());
        whole.items(item, item + 1).isNearly(part, NEAR, "item " + item + " of top " + i + ADVICE);
      }
      backward(item);
    }

    private static Copied item(Blob blob, int item) {
      return Copied.of(blob.data()).items(item, item + 1);
    }

    private void backward(int item) {
      for (int i = 0; i < batch.tops().size(); i++) {
        Copied dy = Copied.of(batch.tops().get(i).diff());
        dy.items(item, item + 1).to(single.tops().get(i).diff());
      }
      Passes.propagate(single, single.gradientFlags());
      for (int i = 0; Passes.hasBackward(batch) && i < batch.bottoms().size(); i++) {
        if (batch.takesGradient(i)) {
          Copied whole = Copied.of(batch.bottoms().get(i).diff());
          Copied part = Copied.of(single.bottoms().get(i).diff());
          whole
              .items(item, item + 1)
              .isNearly(part, NEAR, "item " + item + " of the diff of bottom " + i + ADVICE);
        }
      }
    }

    private void compareParameterDiffs() {
      List<Blob> parameters = batch.layer().parameters();
      for (int i = 0; Passes.hasBackward(batch) && i < parameters.size(); i++) {
        if (parameters.get(i).takesGradient()) {
          Copied whole = Copied.of(parameters.get(i).diff());
          Copied sum = Copied.of(single.layer().parameters().get(i).diff());
          whole.isNearly(sum, NEAR, "diff of parameter " + i + ADVICE);
        }
      }
    }
  }
}
