package dataprefetchdata;

import com.google.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cortado.api.DataException;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import shared.Rows;

@LayerType(
    name = "faulty:Data",
    bottoms = 0,
    tops = 2,
    backwardReads = {},
    differentiable = false)
public final class Broken extends Rows {

  private CompletableFuture<float[]> next = CompletableFuture.supplyAsync(Broken::load);

  @Inject
  Broken() {}

  private static float[] load() {
    throw new DataException("row 3 of 'rows.bin' is torn");
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    float[] rows = next.join();
    next = CompletableFuture.supplyAsync(Broken::load);
    top.get(0).data().write().put(rows);
  }
}
