package org.marquetry.baseline;

import static aQute.bnd.service.diff.Delta.CHANGED;
import static aQute.bnd.service.diff.Delta.IGNORED;
import static aQute.bnd.service.diff.Delta.MAJOR;
import static aQute.bnd.service.diff.Delta.MICRO;
import static aQute.bnd.service.diff.Delta.MINOR;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A package, type, member or property of the API, in the order of bnd.
record ApiNode(Type type, String name, List<ApiNode> children) implements Comparable<ApiNode> {
  private static final String PROVIDER = "org.osgi.annotation.versioning.ProviderType";

  ApiNode {
    children = children.stream().sorted().toList();
  }

  static ApiNode leaf(Type type, String name) {
    return new ApiNode(type, name, List.of());
  }

  static ApiNode of(Tree tree) {
    return new ApiNode(
        tree.getType(),
        tree.getName(),
        Arrays.stream(tree.getChildren()).map(ApiNode::of).toList());
  }

  @Override
  public int compareTo(ApiNode other) {
    return Comparator.comparing(ApiNode::type).thenComparing(ApiNode::name).compare(this, other);
  }

  boolean has(Type type, String name) {
    return children.stream().anyMatch(c -> c.type == type && c.name.equals(name));
  }

  /// The name of the only child of a type.
  Optional<String> only(Type type) {
    return children.stream().filter(c -> c.type == type).map(ApiNode::name).findFirst();
  }

  /// As bnd compares it.
  Tree tree() throws Exception {
    return new DiffPluginImpl().deserialize(data(this));
  }

  private Tree.Data data(ApiNode parent) {
    Tree.Data data = new Tree.Data();
    data.type = type;
    data.name = name;
    data.add = added(parent);
    data.rem = removed();
    data.children = children.stream().map(c -> c.data(this)).toArray(Tree.Data[]::new);
    return data;
  }

  /// What an addition asks for. (bnd takes each method after a default one for an addition that
  /// nobody has to implement.)
  private Delta added(ApiNode parent) {
    return switch (type) {
      case VERSION -> IGNORED;
      case CONSTANT, DEFAULT, DEPRECATED -> CHANGED;
      case EXTENDS -> MICRO;
      case ACCESS, PROPERTY -> MAJOR;
      case METHOD ->
          parent.type == Type.INTERFACE
                  && has(Type.ACCESS, "abstract")
                  && !parent.has(Type.ANNOTATED, PROVIDER)
              ? MAJOR
              : MINOR;
      default -> MINOR;
    };
  }

  private Delta removed() {
    return switch (type) {
      case VERSION -> IGNORED;
      case CONSTANT, DEFAULT, DEPRECATED -> CHANGED;
      case PROPERTY -> MINOR;
      case ACCESS -> name.equals("static") ? MAJOR : MINOR;
      default -> MAJOR;
    };
  }
}
