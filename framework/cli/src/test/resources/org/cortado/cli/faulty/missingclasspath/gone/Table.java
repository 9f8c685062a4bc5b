package missingclasspath.gone;

/** Is compiled, but not packed. */
public final class Table {
  public static void look() {}
}
