// Names that change with the content of their file, as Trunk makes them.
export const NAMED_BY_CONTENT = /-[0-9a-f]{10,16}(_bg)?\.\w+$/;
