package org.marquetry.frontend;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;

/// Here only so that the frontend scan includes the push client.
@Push
public class Shell implements AppShellConfigurator {}
