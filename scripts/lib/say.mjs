/** Tells the person how far the set-up is. On stderr: stdout is for results. */
export const say = (line) => console.error(line);
