package backendholder;

final class Device {

  static final int FIRST = Integer.parseInt("none");

  private Device() {}
}
