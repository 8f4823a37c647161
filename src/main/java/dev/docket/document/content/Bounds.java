package dev.docket.document.content;

import dev.docket.api.Names;

/** The bounds of every string and list of a document; lengths are in UTF-16 code units. */
public final class Bounds {

    public static final int TITLE = 200;
    /** A name, a heading, a person. */
    public static final int LINE = 300;
    /** A bullet, a table cell, a short remark. */
    public static final int ITEM = 10_000;
    /** Markdown of any number of paragraphs. */
    public static final int PROSE = 200_000;

    public static final int CODE = 200_000;
    public static final int URL = 2_000;

    public static final int LIST = 500;
    public static final int LABELS = 50;
    public static final int OPTIONS = 100;
    public static final int RISKS = 200;
    public static final int LINKS = 500;
    public static final int APPROVALS = 100;
    /** Transitions of one document: proposing and taking back may go on for long. */
    public static final int RECORD = 10_000;

    /** A tag or a component of the landscape: lower-case kebab. */
    public static final String LABEL_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

    public static final int LABEL = 50;
    public static final String PART_ID_PATTERN = "^[a-z0-9-]+$";
    public static final int PART_ID = 40;
    /** A policy role, such as {@code engineering-lead}. */
    public static final String ROLE_PATTERN = Names.ROLE_PATTERN;

    public static final int ROLE = Names.ROLE;
    public static final String PRINCIPAL_PATTERN = Names.PRINCIPAL_PATTERN;
    public static final int PRINCIPAL = Names.PRINCIPAL;
    public static final String PROJECT_PATTERN = Names.PROJECT_PATTERN;
    public static final int PROJECT = Names.PROJECT;
    public static final String REF_PATTERN = "^(ADR|RFC)-[0-9]{4,}$";
    public static final int REF = 20;
    public static final int FILE_NAME = 255;
    public static final String SHA256_PATTERN = "^[0-9a-f]{64}$";
    public static final int SHA256 = 64;

    private Bounds() {}
}
