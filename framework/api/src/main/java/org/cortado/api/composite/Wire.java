package org.cortado.api.composite;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.window.ReceptiveField;

/** What flows inside a composite layer from the part that writes it to those that read it. */
public final class Wire {

  private final Blob blob;
  private final List<Blob> branches = new ArrayList<>();
  private final List<Tensor> gradients = new ArrayList<>();
  private final List<List<Tensor>> sums = new ArrayList<>();
  private boolean wanted;
  private boolean given;
  private ReceptiveField seen = ReceptiveField.POINT;

  /** Makes one that nobody reads yet, on what its producer writes. */
  Wire(Blob blob) {
    this.blob = blob;
  }

  /** Returns the shape, which is that of the set-up while the layer is connected. */
  public Shape shape() {
    return blob.shape();
  }

  Blob blob() {
    return blob;
  }

  boolean isRead() {
    return !branches.isEmpty();
  }

  /** Gives it another reader, who sees it through a blob of its own. */
  void add(Blob branch) {
    branches.add(branch);
    reshape(branch);
  }

  private void reshape(Blob branch) {
    branch.reshapeLike(blob);
    branch.data().share(blob.data());
  }

  /** Shapes what the readers see, if the producer has changed it while it ran. */
  void reshapeIfChanged() {
    if (isRead() && !branches.get(0).shape().equals(blob.shape())) {
      reshape();
    }
  }

  /** Shapes what the readers see, who are all known; the diff of an only one is the wire's. */
  void reshape() {
    branches.forEach(this::reshape);
    if (branches.size() == 1) {
      branches.get(0).diff().share(blob.diff());
    }
  }

  /**
   * Begins to decide whether it has a gradient.
   *
   * @param learnsBelow whether something below learns by it
   * @param fromOutside whether one comes from outside of the layer
   */
  void plan(boolean learnsBelow, boolean fromOutside) {
    wanted = learnsBelow;
    given = fromOutside;
    gradients.clear();
    sums.clear();
  }

  /** Notes that the reader of a branch gives a gradient; the last reader comes first. */
  void expectGradient(Blob branch) {
    given = true;
    gradients.add(0, branch.diff());
  }

  /** Ends deciding: all readers have said whether they give a gradient. */
  void planSums() {
    for (int i = 1; i < gradients.size(); i++) {
      sums.add(List.of(i == 1 ? gradients.get(0) : blob.diff(), gradients.get(i)));
    }
  }

  boolean isWanted() {
    return wanted;
  }

  boolean isGiven() {
    return given;
  }

  /** Completes the diff: the sum of what the readers gave, which is 0 if none did. */
  void gather(ElementwiseLoop addition) {
    if (!given) {
      blob.diff().clear();
    } else if (branches.size() > 1 && sums.isEmpty()) {
      blob.diff().copyFrom(gradients.get(0));
    }
    for (int i = 0; i < sums.size(); i++) {
      addition.run(sums.get(i), blob.diff());
    }
  }

  ReceptiveField seen() {
    return seen;
  }

  void see(ReceptiveField field) {
    seen = field;
  }
}
