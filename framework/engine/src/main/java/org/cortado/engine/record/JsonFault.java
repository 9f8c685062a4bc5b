package org.cortado.engine.record;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.stream.Collectors;

/**
 * What is wrong with a file of JSON, without the words of the classes that read it.
 *
 * @param fault what they said
 */
record JsonFault(JsonProcessingException fault) {

  /** Returns where it is. */
  String message() {
    JsonLocation at = fault.getLocation();
    String place =
        at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    return fault instanceof JsonMappingException mapping
        ? "'" + path(mapping) + "' is missing or not what it must be" + place + hint()
        : "it isn't JSON" + place;
  }

  /** Once there was no more of a plug-in than its name. */
  private String hint() {
    return fault instanceof MismatchedInputException mismatch
            && PluginRecord.class.equals(mismatch.getTargetType())
        ? "; an earlier Cortado kept less of plug-ins: train anew for a run that can be repeated"
        : "";
  }

  private static String path(JsonMappingException fault) {
    return fault.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
