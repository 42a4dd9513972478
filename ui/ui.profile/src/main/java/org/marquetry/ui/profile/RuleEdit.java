package org.marquetry.ui.profile;

import java.util.ArrayList;
import java.util.List;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.Group;

/// Changes of rules, which themselves never change. A path leads from the outermost group to a
/// node: the place among the parts, level by level.
final class RuleEdit {
  private RuleEdit() {}

  static SegmentRule at(SegmentRule rule, List<Integer> path) {
    return path.isEmpty()
        ? rule
        : at(((Group) rule).parts().get(path.getFirst()), path.subList(1, path.size()));
  }

  /// Put a node in the place of another.
  static Group replaced(Group rule, List<Integer> path, SegmentRule node) {
    if (path.isEmpty()) {
      return (Group) node;
    }
    List<SegmentRule> parts = new ArrayList<>(rule.parts());
    int place = path.getFirst();
    parts.set(
        place,
        path.size() == 1
            ? node
            : replaced((Group) parts.get(place), path.subList(1, path.size()), node));
    return new Group(rule.join(), parts);
  }

  /// Add a node behind the parts of a group.
  static Group added(Group rule, List<Integer> group, SegmentRule node) {
    Group at = (Group) at(rule, group);
    List<SegmentRule> parts = new ArrayList<>(at.parts());
    parts.add(node);
    return replaced(rule, group, new Group(at.join(), parts));
  }

  /// Take a node away.
  static Group removed(Group rule, List<Integer> path) {
    List<Integer> group = path.subList(0, path.size() - 1);
    Group at = (Group) at(rule, group);
    List<SegmentRule> parts = new ArrayList<>(at.parts());
    parts.remove(path.getLast().intValue());
    return replaced(rule, group, new Group(at.join(), parts));
  }

  static List<Integer> child(List<Integer> path, int place) {
    List<Integer> longer = new ArrayList<>(path);
    longer.add(place);
    return List.copyOf(longer);
  }
}
