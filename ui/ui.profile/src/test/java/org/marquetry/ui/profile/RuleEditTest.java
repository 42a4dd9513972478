package org.marquetry.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.marquetry.profile.api.SegmentRule.all;
import static org.marquetry.profile.api.SegmentRule.any;
import static org.marquetry.profile.api.SegmentRule.atLeast;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.Traits;

class RuleEditTest {
  private static final SegmentRule ONE = atLeast(Traits.ORDERS, 1);
  private static final SegmentRule TWO = atLeast(Traits.ORDERS, 2);
  private static final SegmentRule THREE = atLeast(Traits.ORDERS, 3);
  private static final Group RULE = all(ONE, any(TWO, THREE));

  @Test
  void aPathLeadsToANode() {
    assertEquals(RULE, RuleEdit.at(RULE, List.of()));
    assertEquals(THREE, RuleEdit.at(RULE, List.of(1, 1)));
  }

  @Test
  void nodesAreReplacedAddedAndRemovedWhereThePathLeads() {
    assertEquals(all(ONE, any(TWO, ONE)), RuleEdit.replaced(RULE, List.of(1, 1), ONE));
    assertEquals(all(ONE, any(TWO, THREE, ONE)), RuleEdit.added(RULE, List.of(1), ONE));
    assertEquals(all(ONE, any(TWO, THREE), TWO), RuleEdit.added(RULE, List.of(), TWO));
    assertEquals(all(ONE, any(THREE)), RuleEdit.removed(RULE, List.of(1, 0)));
    assertEquals(all(any(TWO, THREE)), RuleEdit.removed(RULE, List.of(0)));
  }
}
