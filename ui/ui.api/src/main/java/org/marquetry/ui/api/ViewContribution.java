package org.marquetry.ui.api;

import com.vaadin.flow.component.Component;
import org.marquetry.platform.api.gate.Power;
import org.osgi.annotation.versioning.ConsumerType;

/// Add one page. The state of a page is its address plus, if the component is a [Stateful], its
/// [ViewState].
@ConsumerType
@Power(Power.VIEWS_ADD)
public interface ViewContribution {
  /// Address of the page, without a leading slash, unique in the suite, for example `customers`.
  ///
  /// It may end in parameters as Vaadin writes them, such as `customers/:customer` or
  /// `figures/:figure?`; the component takes them from its `BeforeEnterEvent`. The navigation leads
  /// to the part before them.
  String path();

  /// Tell whether the page stands in the navigation; one about a single customer does not.
  default boolean inNavigation() {
    return true;
  }

  /// Where it stands in the navigation.
  Section section();

  /// Key of its title, found in the texts of the contributing bundle. The text of this key with
  /// `.help` behind it is the page's help: paragraphs separated by an empty line.
  String titleKey();

  /// Vaadin icon, for example `vaadin:users`.
  String icon();

  /// Order inside its section, lowest first.
  default int order() {
    return 100;
  }

  /// Permission that a user needs to see the page, as `subject.verb`.
  String permission();

  /// The class of the component that [#create] makes; Vaadin routes by it.
  Class<? extends Component> viewType();

  /// Make the page for one browser tab, in the contributing bundle, which hands in its services.
  Component create();
}
