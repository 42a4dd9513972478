package org.marquetry.lab.spi;

/// Rows to learn from and rows to be measured on.
public record TrainTest(Table train, Table test) {}
