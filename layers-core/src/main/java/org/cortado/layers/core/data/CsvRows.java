package org.cortado.layers.core.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.cortado.api.DataException;

/** The rows of a CSV file from the first to the last, with words for what is wrong in them. */
final class CsvRows implements AutoCloseable {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get();

  private final Path file;
  private final int skipped;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  private CsvRows(Path file, int skipped, CSVParser parser) {
    this.file = file;
    this.skipped = skipped;
    this.parser = parser;
    records = parser.iterator();
  }

  /**
   * Opens a file behind the lines to skip.
   *
   * @throws DataException if it isn't there or can't be read
   */
  static CsvRows open(Path file, int skipLines) {
    try {
      InputStream in = DataFiles.open(file);
      try {
        return behind(in, file, skipLines);
      } catch (IOException fault) {
        in.close();
        throw fault;
      }
    } catch (IOException fault) {
      throw DataFiles.unreadable(file, fault);
    }
  }

  private static CsvRows behind(InputStream in, Path file, int skipLines) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int skipped = 0;
    while (skipped < skipLines && lines.readLine() != null) {
      skipped++;
    }
    return new CsvRows(file, skipLines, CSVParser.parse(lines, FORMAT));
  }

  /** Returns whether there is one more row. */
  boolean hasNext() {
    try {
      return records.hasNext();
    } catch (UncheckedIOException fault) {
      throw DataFiles.unreadable(
          file, Objects.<Exception>requireNonNullElse(fault.getCause(), fault));
    }
  }

  CSVRecord next() {
    return records.next();
  }

  /** Returns the number in a column of the row that was returned last. */
  float number(CSVRecord row, int column) {
    String text = row.get(column);
    try {
      float number = Float.parseFloat(text);
      if (Float.isFinite(number)) {
        return number;
      }
      throw fault("column %d, '%s', is not a finite number".formatted(column, text));
    } catch (NumberFormatException notANumber) {
      throw fault("column %d, '%s', is not a number%s".formatted(column, text, advice(row)));
    }
  }

  /** Guesses that what isn't a number in the first row is a name. */
  private static String advice(CSVRecord row) {
    return row.getRecordNumber() == 1
        ? "; if the line is a header, let skip_lines pass over it"
        : "";
  }

  /** Returns the exception for a fault in the row that was returned last. */
  DataException fault(String message) {
    long line = skipped + parser.getCurrentLineNumber();
    return new DataException("'%s', line %d: %s".formatted(file, line, message));
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException fault) {
      throw DataFiles.unreadable(file, fault);
    }
  }
}
