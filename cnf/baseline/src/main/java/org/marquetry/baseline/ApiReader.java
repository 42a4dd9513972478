package org.marquetry.baseline;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Resource;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what a bundle exports: bnd's tree, without what is experimental, and with what bnd leaves
/// out: deprecation, and the cases of sealed types.
final class ApiReader {
  private static final String EXPERIMENTAL = "org.marquetry.platform.api.promise.Experimental";
  private static final Set<String> KEPT_MARKS =
      Set.of(
          "org.osgi.annotation.versioning.ConsumerType",
          "org.osgi.annotation.versioning.ProviderType");

  /// The same in every class.
  private static final Set<String> OF_OBJECT =
      Set.of("clone()", "equals(java.lang.Object)", "finalize()", "hashCode()", "toString()");

  private final Jar jar;

  private ApiReader(Jar jar) {
    this.jar = jar;
  }

  static ApiNode read(Jar jar) throws Exception {
    Tree tree = new DiffPluginImpl().tree(jar).get("<api>");
    List<ApiNode> packages =
        ApiNode.of(tree).children().stream().filter(c -> c.type() == Type.PACKAGE).toList();
    return new ApiNode(Type.API, "<api>", new ApiReader(jar).promised(packages));
  }

  private List<ApiNode> promised(List<ApiNode> nodes) throws IOException {
    List<ApiNode> kept = new ArrayList<>();
    for (ApiNode node : nodes) {
      if (isPromised(node)) kept.add(node(node));
    }
    return kept;
  }

  private static boolean isPromised(ApiNode node) {
    return switch (node.type()) {
      case ANNOTATED -> KEPT_MARKS.contains(node.name());
      case METHOD -> !OF_OBJECT.contains(node.name()) && !node.has(Type.ANNOTATED, EXPERIMENTAL);
      default -> !node.has(Type.ANNOTATED, EXPERIMENTAL);
    };
  }

  private ApiNode node(ApiNode node) throws IOException {
    List<ApiNode> children = new ArrayList<>(promised(node.children()));
    if (isInterface(node.type())) children.removeIf(c -> c.type() == Type.ACCESS);
    ApiNode kept = new ApiNode(node.type(), node.name(), children);
    return switch (node.type()) {
      case CLASS, INTERFACE, ENUM, ANNOTATION -> supplied(kept);
      default -> kept;
    };
  }

  /// bnd calls each abstract and final.
  private static boolean isInterface(Type type) {
    return type == Type.INTERFACE || type == Type.ANNOTATION;
  }

  private ApiNode supplied(ApiNode type) throws IOException {
    Resource resource = jar.getResource(type.name().replace('.', '/') + ".class");
    if (resource == null) return type;
    ClassModel model;
    try (InputStream in = open(resource)) {
      model = ClassFile.of().parse(in.readAllBytes());
    }
    Map<String, ApiNode> old =
        Stream.concat(
                deprecated(model.methods().stream(), ApiReader::signature),
                deprecated(model.fields().stream(), f -> f.fieldName().stringValue()))
            .collect(Collectors.toMap(ApiNode::name, n -> n, (a, _) -> a));
    List<ApiNode> children = new ArrayList<>();
    for (ApiNode child : type.children()) {
      children.add(old.containsKey(child.name()) ? marked(child) : child);
    }
    if (isDeprecated(model)) children.add(ApiNode.leaf(Type.DEPRECATED, "deprecated"));
    model
        .findAttribute(Attributes.permittedSubclasses())
        .ifPresent(sealed ->
            sealed
                .permittedSubclasses()
                .forEach(c ->
                    children.add(ApiNode.leaf(Type.PROPERTY, "permits " + name(c.asSymbol())))));
    return new ApiNode(type.type(), type.name(), children);
  }

  private static InputStream open(Resource resource) throws IOException {
    try {
      return resource.openInputStream();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) { // bnd declares it
      throw new IOException(e);
    }
  }

  private static ApiNode marked(ApiNode member) {
    List<ApiNode> children = new ArrayList<>(member.children());
    children.add(ApiNode.leaf(Type.DEPRECATED, "deprecated"));
    return new ApiNode(member.type(), member.name(), children);
  }

  private static <T extends AttributedElement> Stream<ApiNode> deprecated(
      Stream<T> members, java.util.function.Function<T, String> name) {
    return members
        .filter(ApiReader::isDeprecated)
        .map(m -> ApiNode.leaf(Type.DEPRECATED, name.apply(m)));
  }

  private static boolean isDeprecated(AttributedElement element) {
    return element.findAttribute(Attributes.deprecated()).isPresent();
  }

  private static String signature(MethodModel method) {
    return method.methodName().stringValue()
        + method.methodTypeSymbol().parameterList().stream()
            .map(ApiReader::name)
            .collect(Collectors.joining(",", "(", ")"));
  }

  /// As bnd writes it.
  private static String name(ClassDesc type) {
    if (type.isArray()) return name(type.componentType()) + "[]";
    if (type.isPrimitive()) return type.displayName();
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }
}
