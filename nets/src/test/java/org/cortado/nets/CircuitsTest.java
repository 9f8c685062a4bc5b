package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the circuits with the chain rule in plain arithmetic and with the lectures' numbers. */
class CircuitsTest {

  @TempDir private Path folder;

  @Test
  void addsAndMultiplies() {
    Circuit circuit = Circuit.run("add-multiply", folder);
    circuit.holds("x", -2, -4);
    circuit.holds("y", 5, -4);
    circuit.holds("z", -4, 3);
    circuit.holds("q", 3, -4);
    circuit.holds("f", -12, 1);
  }

  @Test
  void runsANeuronOfSimpleGates() {
    double sum = 2.0 * -1 + -3.0 * -2 + -3;
    double plusOne = 1 + Math.exp(-sum);
    double ofPlusOne = -1 / (plusOne * plusOne);
    double ofExponential = ofPlusOne;
    double ofNegated = ofExponential * Math.exp(-sum);
    double ofSum = -ofNegated;

    Circuit circuit = Circuit.run("sigmoid-neuron-gates", folder);
    circuit.holds("f", 1 / plusOne, 1);
    circuit.holds("plus-one", plusOne, ofPlusOne);
    circuit.holds("exponential", Math.exp(-sum), ofExponential);
    circuit.holds("negated", -sum, ofNegated);
    circuit.holds("sum", sum, ofSum);
    holdsNeuron(circuit, ofSum);
    circuit.prints("plus-one", "1.37", "-0.53");
    circuit.prints("exponential", "0.37", "-0.53");
    circuit.prints("negated", "-1.00", "-0.20");
    printsNeuron(circuit);
  }

  @Test
  void runsANeuronWithOneSigmoidGate() {
    double sum = 2.0 * -1 + -3.0 * -2 + -3;
    double f = 1 / (1 + Math.exp(-sum));

    Circuit circuit = Circuit.run("sigmoid-neuron", folder);
    circuit.holds("f", f, 1);
    circuit.holds("sum", sum, f * (1 - f));
    holdsNeuron(circuit, f * (1 - f));
    printsNeuron(circuit);
  }

  private static void holdsNeuron(Circuit circuit, double ofSum) {
    circuit.holds("w0", 2, -1 * ofSum);
    circuit.holds("x0", -1, 2 * ofSum);
    circuit.holds("w1", -3, -2 * ofSum);
    circuit.holds("x1", -2, -3 * ofSum);
    circuit.holds("w2", -3, ofSum);
  }

  private static void printsNeuron(Circuit circuit) {
    circuit.prints("f", "0.73", "1.00");
    circuit.prints("w0", "2.00", "-0.20");
    circuit.prints("x0", "-1.00", "0.39");
    circuit.prints("w1", "-3.00", "-0.39");
    circuit.prints("x1", "-2.00", "-0.59");
    circuit.prints("w2", "-3.00", "0.20");
  }

  @Test
  void letsTheSimpleGatesAndTheOneGateAgree(@TempDir Path other) {
    Circuit gates = Circuit.run("sigmoid-neuron-gates", folder);
    Circuit gate = Circuit.run("sigmoid-neuron", other);
    for (String blob : new String[] {"w0", "x0", "w1", "x1", "w2", "sum", "f"}) {
      Circuit.agree(gate.value(blob), gates.value(blob));
      Circuit.agree(gate.gradient(blob), gates.gradient(blob));
    }
  }

  @Test
  void routesAGradientToTheGreaterInput() {
    Circuit circuit = Circuit.run("max-gate", folder);
    circuit.holds("x", 3, -8);
    circuit.holds("y", -4, 6);
    circuit.holds("z", 2, 2);
    circuit.holds("w", -1, 0);
    circuit.holds("xy", -12, 2);
    circuit.holds("greater", 2, 2);
    circuit.holds("sum", -10, 2);
    circuit.holds("f", -20, 1);
  }

  @Test
  void givesGradientsTheShapeOfTheirMatrices() {
    Circuit circuit =
        Circuit.run(
            "squared-norm",
            folder,
            "--input",
            "x=" + NetFiles.file("circuits/squared-norm-x.npy"),
            "--param",
            "q.0=" + NetFiles.file("circuits/squared-norm-w.npy"));
    double[][] w = {{0.1, 0.5}, {-0.3, 0.8}};
    double[] x = {0.2, 0.4};
    double[] q = {w[0][0] * x[0] + w[0][1] * x[1], w[1][0] * x[0] + w[1][1] * x[1]};
    double[] dq = {2 * q[0], 2 * q[1]};

    circuit.holds("f", q[0] * q[0] + q[1] * q[1], 1);
    Circuit.agree(circuit.value("q"), q);
    Circuit.agree(circuit.gradient("q"), dq);
    Circuit.agree(
        circuit.parameterGradient("q.0"), dq[0] * x[0], dq[0] * x[1], dq[1] * x[0], dq[1] * x[1]);
    Circuit.agree(
        circuit.gradient("x"),
        w[0][0] * dq[0] + w[1][0] * dq[1],
        w[0][1] * dq[0] + w[1][1] * dq[1]);

    Circuit.agree(circuit.value("f"), 0.116);
    Circuit.agree(circuit.gradient("q"), 0.44, 0.52);
    Circuit.agree(circuit.parameterGradient("q.0"), 0.088, 0.176, 0.104, 0.208);
    Circuit.agree(circuit.gradient("x"), -0.112, 0.636);
  }

  @Test
  void addsTheGradientsOfAFork() {
    double x = 3;
    double y = -4;
    double numerator = x + sigmoid(y);
    double denominator = sigmoid(x) + (x + y) * (x + y);
    double inverse = 1 / denominator;
    double ofDenominator = -numerator * inverse * inverse;
    double ofSum = ofDenominator * 2 * (x + y);

    Circuit circuit = Circuit.run("forks", folder);
    circuit.holds("f", numerator * inverse, 1);
    circuit.holds("numerator", numerator, inverse);
    circuit.holds("inverse", inverse, numerator);
    circuit.holds("denominator", denominator, ofDenominator);
    circuit.holds("square", (x + y) * (x + y), ofDenominator);
    circuit.holds("sum", x + y, ofSum);
    circuit.holds("sigmoid-x", sigmoid(x), ofDenominator);
    circuit.holds("sigmoid-y", sigmoid(y), inverse);
    circuit.holds("x", x, inverse + ofDenominator * slope(x) + ofSum);
    circuit.holds("y", y, inverse * slope(y) + ofSum);
    circuit.prints("x", "3.00", "2.06");
    circuit.prints("y", "-4.00", "1.59");
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double slope(double x) {
    return sigmoid(x) * (1 - sigmoid(x));
  }

  @Test
  void hasATestForEachCircuit() {
    assertThat(
            NetFiles.nets().stream().map(NetFiles::name).filter(net -> net.startsWith("circuits/")))
        .hasSize(6);
  }
}
