package org.cortado.report;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A message of Protocol Buffers, by the numbers of its fields. */
@FunctionalInterface
interface ProtoMessage {

  /** Writes the fields. */
  void writeTo(CodedOutputStream to) throws IOException;

  /** Returns the bytes of a message. */
  static byte[] of(ProtoMessage message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream to = CodedOutputStream.newInstance(bytes);
    message.writeTo(to);
    to.flush();
    return bytes.toByteArray();
  }
}
