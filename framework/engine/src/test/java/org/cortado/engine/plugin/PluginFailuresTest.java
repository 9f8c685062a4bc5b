package org.cortado.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerModule;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.Filler;
import org.cortado.api.filler.XavierFiller;
import org.cortado.api.option.TypeName;
import org.cortado.api.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFailuresTest {

  private static final Origin TEST_JAR =
      new Origin("test.jar", Optional.empty(), "1", Origin.NO_API, false);

  @TempDir private Path folder;

  /** Does nothing. */
  @LayerType(name = "test:Idle", backwardReads = Reads.TOP_DATA)
  public static class IdleLayer implements Layer {

    @Inject
    IdleLayer() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {}

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {}

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
  }

  /** Can't be made. */
  @LayerType(name = "test:Classless")
  public static final class ClasslessLayer extends IdleLayer {

    @Inject
    ClasslessLayer() {
      throw new NoClassDefFoundError("com/acme/Missing");
    }
  }

  /** Can't be made either. */
  @LayerType(name = "test:Wordless")
  public static final class WordlessLayer extends IdleLayer {

    @Inject
    WordlessLayer() {
      throw new UnsupportedOperationException();
    }
  }

  /** Bears the name of another filler. */
  @TypeName("xavier")
  public record Taken() implements Filler {
    @Override
    public void fill(FloatBuffer values, Shape shape, RandomStream random) {}
  }

  /** Bears no name. */
  public record Nameless() implements Filler {
    @Override
    public void fill(FloatBuffer values, Shape shape, RandomStream random) {}
  }

  /** Offers a layer. */
  public static final class IdleLayers extends LayerModule {
    @Override
    protected void configureLayers() {
      layer(IdleLayer.class);
    }
  }

  /** Bears the name of another backend. */
  public static final class TakenBackend implements BackendFactory {

    @Inject
    TakenBackend() {}

    @Override
    public String name() {
      return "portable";
    }

    @Override
    public int rank() {
      return 1000;
    }

    @Override
    public Backend create(int threads) {
      throw new IllegalStateException("nobody asked for it");
    }
  }

  /** Offers a layer, and a filler and a backend whose names are taken. */
  public static final class TakenParts extends LayerModule {
    @Override
    protected void configureLayers() {
      layer(IdleLayer.class);
      filler(Taken.class);
      backend(TakenBackend.class);
    }
  }

  /** Offers a filler without a name. */
  public static final class NamelessFillers extends LayerModule {
    @Override
    protected void configureLayers() {
      filler(Nameless.class);
    }
  }

  @Test
  void saysThatAFileIsNoJar() throws IOException {
    Path jar = Files.writeString(folder.resolve("torn.jar"), "not a jar");
    assertThat(LayerCatalogue.load(List.of(folder)).failures())
        .singleElement()
        .extracting(PluginException::getMessage)
        .isEqualTo("'" + jar + "' isn't a jar, or is damaged");
  }

  @Test
  void namesTheKindOfAFaultThatSaysTooLittle() {
    assertFails(ClasslessLayer.class, "java.lang.NoClassDefFoundError: com/acme/Missing");
    assertFails(WordlessLayer.class, "java.lang.UnsupportedOperationException");
  }

  private static void assertFails(Class<? extends Layer> layer, String reason) {
    LayerModule module =
        new LayerModule() {
          @Override
          protected void configureLayers() {
            layer(layer);
          }
        };
    LayerDeclaration declared = Plugin.of(module, TEST_JAR).layers().get(0);
    assertThatThrownBy(
            () -> declared.create(new NoOptions(), mock(LayerContext.class), mock(Backend.class)))
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith("test.jar: can't make a " + layer.getSimpleName() + ": " + reason);
  }

  @Test
  void leavesOutAJarWithANamelessFiller() {
    Path jar = jar("a.jar", same -> same, NamelessFillers.class, Nameless.class);
    assertThat(failures(jar))
        .containsExactly(
            "a.jar: filler " + Nameless.class.getName() + " must be a record with @TypeName");
  }

  @Test
  void leavesCortadosOwnNamesToCortado() {
    Path jar =
        jar(
            "a.jar",
            same -> same,
            TakenParts.class,
            Taken.class,
            TakenBackend.class,
            PluginFailuresTest.class,
            IdleLayer.class);
    LayerCatalogue catalogue = LayerCatalogue.load(List.of(jar));
    assertThat(catalogue.failures()).isEmpty();
    assertThat(catalogue.find("test:Idle")).isPresent();
    assertThat(catalogue.variants().of(Filler.class)).containsEntry("xavier", XavierFiller.class);
    assertThat(catalogue.variants().clash(Filler.class, "xavier")).isEmpty();
    assertThat(catalogue.backends())
        .extracting(each -> each.origin().isBuiltIn())
        .containsOnly(true);
    assertThat(catalogue.parts()).extracting(part -> part.origin().name()).doesNotContain("a.jar");
    assertThat(catalogue.warnings())
        .containsExactlyInAnyOrder(
            "a.jar: its filler 'xavier' is left out, for that is Cortado's own; name it"
                + " 'vendor:xavier'",
            "a.jar: its backend 'portable' is left out, for that is Cortado's own; name it"
                + " 'vendor:portable'");
  }

  @Test
  void givesALayersNameThatTwoJarsClaimToNeitherAndNamesBoth() {
    Path first = jar("a.jar", same -> same, IdleLayers.class, IdleLayer.class);
    Path second = jar("b.jar", same -> same, IdleLayers.class, IdleLayer.class);
    LayerCatalogue catalogue = LayerCatalogue.load(List.of(first, second));
    assertThat(catalogue.find("test:Idle")).isEmpty();
    assertThat(catalogue.clash("test:Idle"))
        .contains(
            "layer type 'test:Idle' is offered by both a.jar and b.jar;"
                + " leave one of the jars out, or name one 'vendor:Idle'");
    assertThat(catalogue.warnings())
        .containsExactly(
            "layer type 'test:Idle' is offered by both a.jar and b.jar;"
                + " what needs it won't run until one of the jars is left out");
  }

  /** The name of a constant that the API doesn't have (any more). */
  @Test
  void leavesOutAJarWhoseAnnotationsAreOfAnotherVersion() {
    Path jar =
        jar(
            "a.jar",
            code -> code.replace("TOP_DATA", "TOP_DUST"),
            IdleLayers.class,
            IdleLayer.class);
    assertThat(failures(jar))
        .singleElement()
        .asString()
        .startsWith("a.jar: its annotations are those of another version of Cortado: ")
        .contains("TOP_DUST");
  }

  private static List<String> failures(Path jar) {
    return LayerCatalogue.load(List.of(jar)).failures().stream()
        .map(PluginException::getMessage)
        .toList();
  }

  /** Packs classes, the first of which is the module, after a change to their bytes as Latin-1. */
  private Path jar(String name, UnaryOperator<String> change, Class<?>... classes) {
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      put(zip, "META-INF/services/" + LayerModule.class.getName(), classes[0].getName());
      for (Class<?> type : classes) {
        put(zip, resource(type), change.apply(code(type)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  private static void put(ZipOutputStream zip, String name, String bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String resource(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static String code(Class<?> type) throws IOException {
    try (InputStream code = type.getClassLoader().getResourceAsStream(resource(type))) {
      return new String(Objects.requireNonNull(code).readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
