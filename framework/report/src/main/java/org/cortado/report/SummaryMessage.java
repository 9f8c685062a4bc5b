package org.cortado.report;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** TensorBoard's message {@code Summary}: some numbers and histograms, each with a tag. */
final class SummaryMessage {

  // The field of the message Summary.
  private static final int VALUE = 1;

  // Fields of the message Summary.Value.
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;
  private static final int HISTOGRAM = 5;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * Some values counted in equally wide bins.
   *
   * @param min the least value, where the first bin begins
   * @param max the greatest value, where the last bin ends
   * @param mean of the values
   * @param counts how many are in each bin
   */
  record Histogram(double min, double max, double mean, List<Long> counts) {

    // Fields of the message HistogramProto, whose sum of squares nobody reads.
    private static final int MIN = 1;
    private static final int MAX = 2;
    private static final int NUM = 3;
    private static final int SUM = 4;
    private static final int BUCKET_LIMIT = 6;
    private static final int BUCKET = 7;

    /** Copies the list. */
    Histogram {
      counts = List.copyOf(counts);
    }

    private void writeTo(CodedOutputStream to) throws IOException {
      double count = counts.stream().mapToLong(Long::longValue).sum();
      to.writeDouble(MIN, min);
      to.writeDouble(MAX, max);
      to.writeDouble(NUM, count);
      to.writeDouble(SUM, count * mean);
      to.writeByteArray(BUCKET_LIMIT, ProtoMessage.of(this::writeLimits));
      to.writeByteArray(BUCKET, ProtoMessage.of(this::writeCounts));
    }

    private void writeLimits(CodedOutputStream to) throws IOException {
      for (int bin = 1; bin <= counts.size(); bin++) {
        to.writeDoubleNoTag(min + (max - min) * bin / counts.size());
      }
    }

    private void writeCounts(CodedOutputStream to) throws IOException {
      for (long count : counts) {
        to.writeDoubleNoTag((double) count);
      }
    }
  }

  /** Adds a number. */
  void add(String tag, double value) {
    add(
        to -> {
          to.writeString(TAG, tag);
          to.writeFloat(SIMPLE_VALUE, (float) value);
        });
  }

  /** Adds a histogram. */
  void add(String tag, Histogram histogram) {
    add(
        to -> {
          to.writeString(TAG, tag);
          to.writeByteArray(HISTOGRAM, ProtoMessage.of(histogram::writeTo));
        });
  }

  private void add(ProtoMessage value) {
    try {
      byte[] message = ProtoMessage.of(value);
      bytes.writeBytes(ProtoMessage.of(to -> to.writeByteArray(VALUE, message)));
    } catch (IOException e) {
      throw new UncheckedIOException("a message takes no input and no output", e);
    }
  }

  /** Returns whether nothing has been added. */
  boolean isEmpty() {
    return bytes.size() == 0;
  }

  /** Returns the message. */
  byte[] bytes() {
    return bytes.toByteArray();
  }
}
