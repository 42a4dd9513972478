package org.marquetry.frontend;

import com.vaadin.flow.component.page.AppShellConfigurator;

/// Here only because the frontend scan wants an application shell.
public class Shell implements AppShellConfigurator {}
