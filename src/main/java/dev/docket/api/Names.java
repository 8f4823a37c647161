package dev.docket.api;

/** What names look like; lengths are in UTF-16 code units. */
public final class Names {

    public static final String PRINCIPAL_PATTERN = "^[A-Za-z0-9][A-Za-z0-9._@+-]*$";
    public static final int PRINCIPAL = 100;
    /** What the name of a member starts with that is no principal but a group; no principal has a colon in its name. */
    public static final String GROUP = "group:";

    /** A principal or a group, as members of a project. */
    public static final String MEMBER_PATTERN = "^(group:)?[A-Za-z0-9][A-Za-z0-9._@+-]*$";

    public static final int MEMBER = 106;
    /** A group without {@link #GROUP}; as long as the name of a principal at most. */
    public static final String GROUP_PATTERN = PRINCIPAL_PATTERN;

    public static final String PROJECT_PATTERN = "^[a-z][a-z0-9-]{1,62}$";
    public static final int PROJECT = 63;
    /** A policy role, such as {@code engineering-lead}. */
    public static final String ROLE_PATTERN = "^[a-z][a-z0-9-]*$";

    public static final int ROLE = 50;

    private Names() {}
}
