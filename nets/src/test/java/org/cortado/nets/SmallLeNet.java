package org.cortado.nets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;

/** LeNet with fewer outputs, on the carried data in their order. */
final class SmallLeNet {

  private static final String YAML =
      """
      name: LeNet
      layers:
        - {name: data, type: Idx, top: [data, label],
           options: {images: data/train-images-idx3-ubyte.gz,
                     labels: data/train-labels-idx1-ubyte.gz, batch_size: %d, scale: 0.00390625}}
        - {name: conv1, type: Convolution, bottom: data, params: [{}, {lr_mult: 2, decay_mult: 0}],
           options: {num_output: 6, kernel_size: 5, weight_filler: {type: xavier}}}
        - {name: pool1, type: Pooling, bottom: conv1, options: {kernel_size: 2, stride: 2}}
        - {name: conv2, type: Convolution, bottom: pool1, params: [{decay_mult: 0.5}],
           options: {num_output: 12, kernel_size: 5, weight_filler: {type: xavier}}}
        - {name: pool2, type: Pooling, bottom: conv2, options: {kernel_size: 2, stride: 2}}
        - {name: ip1, type: InnerProduct, bottom: pool2, params: [{lr_mult: 0.5}, {lr_mult: 0}],
           options: {num_output: 40, weight_filler: {type: xavier}}}
        - {name: relu1, type: ReLU, bottom: ip1}
        - {name: ip2, type: InnerProduct, bottom: relu1,
           options: {num_output: 10, weight_filler: {type: xavier}}}
        - {name: loss, type: SoftmaxWithLoss, bottom: [ip2, label]}
      """;

  private SmallLeNet() {}

  /** Builds one, always with the same first weights. */
  static Net build(int batchSize, Path folder, Backend backend) throws IOException {
    Path file = Files.writeString(folder.resolve("lenet.yaml"), YAML.formatted(batchSize));
    Problems problems = new Problems();
    NetDefinition definition =
        NetFile.read(file, NetOverrides.none(), problems).orElseThrow().net();
    return new NetFactory(LayerCatalogue.load(), backend)
        .build(definition, NetSettings.of(Phase.TRAIN, 1, NetFiles.file("fashion-mnist")));
  }
}
