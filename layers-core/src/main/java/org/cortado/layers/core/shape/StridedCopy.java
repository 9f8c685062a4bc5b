package org.cortado.layers.core.shape;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;

/** Carries out {@link CopyPlan}s on all threads: runs in bulk, transposed axes tile by tile. */
final class StridedCopy {

  private static final int CHUNK = 16 * 1024;
  private static final int SHORTEST_BULK = 12;

  private final Parallel parallel;
  private final Parallel.Body runs = this::copyRuns;
  private final Parallel.Body tiles = this::copyTiles;
  private final CopyWalk[] walks;
  private TileTranspose[] transposes = {};
  private CopyPlan plan = CopyPlan.nothing();
  private FloatBuffer source = Buffers.EMPTY;
  private FloatBuffer target = Buffers.EMPTY;
  private int pieces;

  StridedCopy(Parallel parallel) {
    this.parallel = parallel;
    walks = new CopyWalk[parallel.threads()];
    for (int worker = 0; worker < walks.length; worker++) {
      walks[worker] = new CopyWalk();
    }
  }

  /** Copies what a plan says; the rest of {@code to} stays. */
  void run(CopyPlan what, FloatBuffer from, FloatBuffer to) {
    if (what.isEmpty()) {
      return;
    }
    plan = what;
    source = from;
    target = to;
    if (what.innerAxes() == 2) {
      runTiles();
    } else {
      int length = what.size(what.axes() - 1);
      pieces = pieces(length, CHUNK);
      loop(Math.min(length, CHUNK), runs);
    }
  }

  private static int pieces(int size, int pieceSize) {
    return size / pieceSize + (size % pieceSize == 0 ? 0 : 1);
  }

  private void loop(int elements, Parallel.Body body) {
    parallel.forEach(plan.outerCount() * pieces, Math.max(1, CHUNK / Math.max(1, elements)), body);
  }

  private void runTiles() {
    if (transposes.length == 0) {
      transposes = new TileTranspose[walks.length];
      for (int worker = 0; worker < transposes.length; worker++) {
        transposes[worker] = new TileTranspose();
      }
    }
    int rows = TileTranspose.rows(plan);
    int columns = TileTranspose.columns(plan);
    int last = plan.axes() - 1;
    pieces = pieces(plan.size(last - 1), columns) * pieces(plan.size(last), rows);
    loop(rows * columns, tiles);
  }

  private void copyTiles(int worker, int from, int to) {
    CopyWalk walk = walks[worker];
    walk.seek(plan, from / pieces);
    for (int unit = from, tile = from % pieces; unit < to; unit++) {
      transposes[worker].copy(plan, tile, walk, source, target);
      if (++tile == pieces) {
        tile = 0;
        walk.next();
      }
    }
  }

  private void copyRuns(int worker, int from, int to) {
    CopyWalk walk = walks[worker];
    walk.seek(plan, from / pieces);
    for (int unit = from, piece = from % pieces; unit < to; unit++) {
      copyPiece(walk, piece * CHUNK);
      if (++piece == pieces) {
        piece = 0;
        walk.next();
      }
    }
  }

  private void copyPiece(CopyWalk walk, int first) {
    int axis = plan.axes() - 1;
    int fromStep = plan.fromStep(axis);
    int toStep = plan.toStep(axis);
    int length = Math.min(CHUNK, plan.size(axis) - first);
    int from = walk.from() + first * fromStep;
    int to = walk.to() + first * toStep;
    if (fromStep == 1 && toStep == 1 && length >= SHORTEST_BULK) {
      target.put(to, source, from, length);
    } else {
      for (int i = 0; i < length; i++) {
        target.put(to + i * toStep, source.get(from + i * fromStep));
      }
    }
  }
}
