export { checkedAgent, checkedServer, RefusedAddress, type AddressRules, type Refusal } from './checked-agent.js';
