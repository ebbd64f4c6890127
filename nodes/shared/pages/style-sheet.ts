import type { HouseStyle } from '../style/house-style';
import { inkOn } from './contrast';

/**
 * The style sheet of every page, in the colours of our mails. Only the house colour is the organisation's own,
 * so every other contrast is known: text 15:1, grey 10:1, red 7:1, borders 4.5:1 on white.
 */
export const styleSheet = ({ colour }: HouseStyle): string => `
*, *::before, *::after { box-sizing: border-box; }
html { color-scheme: light; font-size: 100%; }
body { margin: 0; border-top: 0.5rem solid ${colour}; background: #ffffff; color: #1a1a1a; font: 1.125rem/1.5 Calibri, Verdana, Arial, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 42rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.25rem; font-weight: bold; }
h1 { margin: 1.5rem 0 1rem; font-size: 1.75rem; line-height: 1.25; }
p, ul { margin: 0 0 1rem; }
form { margin: 1.5rem 0 0; }
fieldset, .field { min-width: 0; margin: 0 0 1.75rem; padding: 0; border: 0; }
legend, .label { display: block; margin: 0 0 0.5rem; padding: 0; font-size: 1.25rem; font-weight: bold; }
.hint { margin: 0 0 0.5rem; color: #3d3d3d; font-size: 1rem; }
.option { display: flex; align-items: center; }
.option input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0 0 0 0.25rem; accent-color: #1a1a1a; }
.option label { flex: 1; padding: 0.625rem 0.75rem; cursor: pointer; }
input[type=text], input[type=email], textarea { display: block; width: 100%; padding: 0.5rem; border: 2px solid #1a1a1a; border-radius: 0; background: #ffffff; color: #1a1a1a; font: inherit; }
button { padding: 0.75rem 1.5rem; border: 2px solid #1a1a1a; border-radius: 0.25rem; background: ${colour}; color: ${inkOn(colour)}; font: inherit; font-weight: bold; cursor: pointer; }
a { color: #0b4a8f; }
:focus-visible { outline: 3px solid #1a1a1a; outline-offset: 3px; }
.wrong { padding-left: 1rem; border-left: 0.3rem solid #a3000b; }
.error { margin: 0 0 0.5rem; color: #a3000b; font-weight: bold; }
.summary { margin: 1.5rem 0; padding: 1rem 1.25rem; border: 0.25rem solid #a3000b; }
.summary h2 { margin: 0 0 0.5rem; font-size: 1.25rem; }
.summary ul { margin: 0; padding-left: 1.25rem; }
footer { margin-top: 2.5rem; padding-bottom: 2rem; color: #3d3d3d; font-size: 1rem; }
footer p { padding-top: 1rem; border-top: 1px solid #767676; }
`;
