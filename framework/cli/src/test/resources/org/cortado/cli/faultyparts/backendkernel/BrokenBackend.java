package backendkernel;

import java.util.List;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ForwardingBackend;
import org.cortado.api.backend.InnerProduct;
import org.cortado.api.blob.Tensor;

final class BrokenBackend extends ForwardingBackend {

  BrokenBackend(Backend other) {
    super(other);
  }

  @Override
  public String name() {
    return "faulty";
  }

  @Override
  public InnerProduct innerProduct(InnerProduct.Spec spec) {
    InnerProduct other = super.innerProduct(spec);
    return new InnerProduct() {
      @Override
      public void forward(Tensor x, List<Tensor> parameters, Tensor y) {
        parallel().forEach(1, 1, (worker, from, to) -> launch());
      }

      @Override
      public void backwardData(Tensor dy, List<Tensor> parameters, Tensor dx) {}

      @Override
      public void backwardParameters(Tensor x, Tensor dy, List<Tensor> parameterDiffs) {}

      @Override
      public void close() {
        other.close();
      }
    };
  }

  private static void launch() {
    throw new IllegalArgumentException("grid of 0 blocks");
  }
}
